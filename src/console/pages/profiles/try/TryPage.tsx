import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ProfileIdKind } from '#contract/profiles.ts'
import { PartFailure } from '../../../failures/PartFailure.tsx'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../request-context.ts'
import { useReturnFocus } from '../../../return-focus.ts'
import { sessionQuery } from '../../../session.ts'
import { usePageTitle } from '../../../shell/use-page-title.ts'
import { Announcement } from '../../../ui/Announcement.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useAnnouncement } from '../../../ui/use-announcement.ts'
import { FileDrop } from './FileDrop.tsx'
import { Found } from './Found.tsx'
import { SendCard } from './SendCard.tsx'
import { SentCard } from './SentCard.tsx'
import styles from './TryPage.module.css'
import { useReading } from './use-reading.ts'
import { useWords } from './use-words.ts'

/** Profiles > Try a file: what is wrong with a file before it is sent. It is read in the browser, and leaves it when it is sent. */
export default function TryPage() {
  const words = useWords()
  const { number } = useFormats()
  const { data: session } = useQuery({ ...sessionQuery(useRequest()), enabled: false })
  const { state, read, cancel } = useReading()
  const [sentId, setSentId] = useState<string | null>(null)
  const fileRef = useRef<HTMLInputElement>(null)
  const foundRef = useRef<HTMLDivElement>(null)
  const { said, say } = useAnnouncement()
  usePageTitle(words.title)
  useReturnFocus(true)
  if (session?.kind !== 'signed-in') return null

  const look = async (file: File, idKind: ProfileIdKind | null = null) => {
    setSentId(null)
    const found = await read(file, idKind)
    if (found === null) return
    // The choice that asked for it has gone meanwhile.
    if (idKind !== null) foundRef.current?.focus()
    const { faultCount, isHopeless } = found
    const faults = isHopeless ? words.cannotBeSent : words.faulty(faultCount, number(faultCount))
    say(faultCount === 0 ? words.noFault : faults)
  }
  return (
    <div className={styles.page}>
      <header>
        <h1>{words.title}</h1>
        <p>{words.advice}</p>
      </header>
      <Card
        title={words.file}
        help={<Help to="console#the-file" about={words.file} />}
        advice={words.fileAdvice}
      >
        <FileDrop fieldRef={fileRef} onFile={(file) => void look(file)} />
        {state.kind === 'reading' && (
          <>
            <Progress
              label={words.reading(state.file.name)}
              done={state.percent}
              of={100}
              written={`${number(state.percent)} %`}
            />
            <div className={styles.acts}>
              <Button
                onClick={() => {
                  fileRef.current?.focus()
                  cancel()
                }}
              >
                {words.cancel}
              </Button>
            </div>
          </>
        )}
        {state.kind === 'failed' &&
          (state.isGone ? (
            <Notice tone="error" role="alert" title={words.gone(state.file.name)} />
          ) : (
            <PartFailure error={state.error} onRetry={() => void look(state.file)} />
          ))}
      </Card>
      {state.kind === 'read' && (
        <>
          <div ref={foundRef} className={styles.place} tabIndex={-1}>
            <Found
              name={state.file.name}
              found={state.found}
              onIdKind={(idKind) => void look(state.file, idKind)}
            />
          </div>
          {sentId !== null ? (
            <SentCard batchId={sentId} say={say} />
          ) : (
            !state.found.isHopeless && (
              <SendCard
                name={state.file.name}
                found={state.found}
                maySend={session.session.permitted.includes('batches.send')}
                onSent={setSentId}
                onCancelled={() => say(words.cancelled)}
              />
            )
          )}
        </>
      )}
      <Announcement said={said} />
    </div>
  )
}
