import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { InlineFailure } from '../../../../failures/InlineFailure.tsx'
import { useRequest } from '../../../../request-context.ts'
import { Button } from '../../../../ui/Button.tsx'
import { handFocusOn } from '../hand-focus.ts'
import styles from './EndCurrent.module.css'
import { EndQuestion } from './EndQuestion.tsx'
import { tokensQuery } from './queries.ts'
import { useTokenChange } from './use-token-change.ts'
import { useWords } from './use-words.ts'

type Props = {
  tokenId: string
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
  const [isAsking, setIsAsking] = useState(false)
  const list = useQuery({ ...tokensQuery(useRequest()), enabled: isAsking, throwOnError: false })
  const token = list.data?.tokens.find(({ id, state }) => id === tokenId && state === 'current')
  const { change, pendingId, error } = useTokenChange(say)
  return (
    <div className={styles.end}>
      <p>{words.leaked}</p>
      <Button
        ref={handFocusOn}
        variant="asks-first"
        size="small"
        isPending={pendingId === tokenId || (isAsking && !token && list.isFetching)}
        onClick={() => {
          setIsAsking(true)
          if (isAsking) void list.refetch()
        }}
      >
        {words.endCurrentNow}
      </Button>
      <InlineFailure error={error ?? list.error} />
      {isAsking && token && (
        <EndQuestion
          token={token}
          kind={isRequired ? (doOthersWork ? 'current' : 'only') : 'open'}
          onEnd={(forGood) => change({ act: 'end', token, forGood })}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  )
}
