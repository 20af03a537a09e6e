import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ListedToken } from '#contract/rotation.ts'
import { firstIn } from '../../../../failures/failure-text.ts'
import { InlineFailure } from '../../../../failures/InlineFailure.tsx'
import { useRequest } from '../../../../request-context.ts'
import { Button } from '../../../../ui/Button.tsx'
import { GENERATE_ID, handFocusOn } from '../hand-focus.ts'
import styles from './EndCurrent.module.css'
import { EndQuestion } from './EndQuestion.tsx'
import { tokensQuery } from './queries.ts'
import { useTokenChange } from './use-token-change.ts'
import { useWords } from './use-words.ts'

const RETURN_TO = [GENERATE_ID]

type Props = {
  /** Null where none works. */
  tokenId: string | null
  /** Whether calls without a token are refused. */
  isRequired: boolean
  /** Whether old tokens work beside it. */
  doOthersWork: boolean
  /** Says to screen readers what the eye sees happen. */
  say: (words: string) => void
}

/** Ends the current token, which leaked and cannot wait for its replacement. */
export function EndCurrent({ tokenId, isRequired, doOthersWork, say }: Props) {
  const words = useWords()
  const [asked, setAsked] = useState<ListedToken | 'when-listed' | null>(null)
  const list = useQuery({ ...tokensQuery(useRequest()), enabled: asked !== null, throwOnError: false })
  const isWaiting = asked === 'when-listed'
  const question = isWaiting ? null : asked
  const listed = list.data?.tokens.find(
    ({ id, state }) => id === (question?.id ?? tokenId) && state === 'current',
  )
  if (isWaiting && (tokenId === null || listed)) setAsked(listed ?? null)
  const { change, pendingId, error, reset } = useTokenChange(say)
  const first = firstIn(error)
  const failure = <InlineFailure error={error ?? list.error} />
  return (
    <>
      {tokenId !== null && (
        <div className={styles.end}>
          <p>{words.leaked}</p>
          <Button
            ref={handFocusOn}
            variant="asks-first"
            size="small"
            isPending={pendingId === tokenId || (isWaiting && list.isFetching)}
            onClick={() => {
              reset()
              setAsked('when-listed')
              if (isWaiting) void list.refetch()
            }}
          >
            {words.endCurrentNow}
          </Button>
          {!question && failure}
        </div>
      )}
      {question && (
        <EndQuestion
          token={question}
          isOvertaken={first !== undefined || (pendingId === null && listed?.etag !== question.etag)}
          first={first}
          failure={failure}
          returnFocusTo={RETURN_TO}
          kind={isRequired ? (doOthersWork ? 'current' : 'only') : 'open'}
          onEnd={(forGood) => change({ act: 'end', token: question, forGood })}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
