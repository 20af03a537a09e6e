import { useState } from 'react'
import type { OwnSession } from '#contract/account.ts'
import { Question } from '../../failures/Question.tsx'
import { handFocusTo } from '../../hand-focus.ts'
import { useRequest } from '../../request-context.ts'
import { Button } from '../../ui/Button.tsx'
import { Help } from '../../shell/Help.tsx'
import { Card } from '../../ui/Card.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { TimeZone } from '../../ui/TimeZone.tsx'
import styles from './AccountPage.module.css'
import { programOf } from './programs.ts'
import { endSessionsMutation } from './queries.ts'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

type Props = { sessions: readonly OwnSession[]; hasPassword: boolean; say: (words: string) => void }

/** Id of what has the focus when the row with the button has gone. */
const CARD = 'own-sessions'
const RETURN_TO = [CARD]
const handFocusOn = handFocusTo(CARD)

/** Where one is signed in, and the ways to end that. */
export function SessionsCard({ sessions, hasPassword, say }: Props) {
  const words = useWords()
  const [asking, setAsking] = useState<OwnSession | 'others' | null>(null)
  const request = useRequest()
  const others = sessions.filter(({ isThis }) => !isThis)
  const isAskedAboutGone =
    asking === 'others' ? others.length === 0 : others.every(({ id }) => id !== asking?.id)
  return (
    <Card
      title={words.sessions}
      help={<Help to="console#your-sessions" about={words.sessions} />}
      advice={hasPassword ? words.sessionsAdvice : words.sessionsOnlyAdvice}
      actions={
        others.length > 0 && (
          <Button ref={handFocusOn} variant="asks-first" onClick={() => setAsking('others')}>
            {words.endOthers}
          </Button>
        )
      }
    >
      <div id={CARD} tabIndex={-1}>
        <Table
          label={words.sessions}
          columns={columnsFor(words, setAsking)}
          rows={sessions}
          keyOf={({ id }) => id}
        />
      </div>
      <TimeZone />
      {asking !== null && (
        <Question
          title={asking === 'others' ? words.endOthersTitle : words.endTitle(nameOf(asking, words))}
          confirm={asking === 'others' ? words.endOthersConfirm : words.endConfirm}
          cancel={words.cancel}
          close={words.close}
          isDangerous
          mutation={endSessionsMutation(request)}
          input={asking === 'others' ? null : asking.id}
          fate={isAskedAboutGone ? 'gone' : null}
          returnFocusTo={RETURN_TO}
          onDone={() => say(asking === 'others' ? words.othersEnded : words.sessionEnded)}
          onClose={() => setAsking(null)}
        >
          <p>{asking === 'others' ? words.endOthersAdvice : words.endAdvice}</p>
        </Question>
      )}
    </Card>
  )
}

const nameOf = ({ userAgent }: OwnSession, words: Words) =>
  userAgent === null ? words.unknownProgram : programOf(userAgent)

const columnsFor = (words: Words, onEnd: (session: OwnSession) => void): Column<OwnSession>[] => [
  {
    title: words.program,
    cell: (session) => (
      <>
        <span translate="no">{nameOf(session, words)}</span>
        {session.isThis && (
          <div className={styles.this}>
            <Icon name="done" size={14} /> {words.thisSession}
          </div>
        )}
      </>
    ),
  },
  { title: words.from, cell: ({ remoteAddress }) => <code translate="no">{remoteAddress ?? '–'}</code> },
  {
    title: words.since,
    cell: ({ startedAt, method }) => (
      <>
        <Moment at={startedAt} />
        <div className={styles.muted}>{words.methods[method]}</div>
      </>
    ),
  },
  { title: words.lastSeen, cell: ({ lastSeenAt }) => <Moment at={lastSeenAt} /> },
  {
    title: words.end,
    isTitleHidden: true,
    cell: (session) =>
      session.isThis ? null : (
        <Button
          ref={handFocusOn}
          size="small"
          variant="asks-first"
          aria-label={words.endThis(nameOf(session, words), session.remoteAddress ?? '')}
          onClick={() => onEnd(session)}
        >
          {words.end}
        </Button>
      ),
  },
]
