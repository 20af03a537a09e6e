import { useState } from 'react'
import type { BatchSummary } from '#contract/batches.ts'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { handFocusTo } from '../../../hand-focus.ts'
import { useRequest } from '../../../request-context.ts'
import { Button } from '../../../ui/Button.tsx'
import { useAct } from '../../../use-act.ts'
import styles from './BatchesPage.module.css'
import { placeOf } from './GiveUpQuestion.tsx'
import { decideMutation } from './queries.ts'
import { useWords } from './use-words.ts'

type Props = {
  batch: BatchSummary
  say: (words: string) => void
  onGiveUp: () => void
}

/** A person's decision about a stuck batch: to go on where it stopped, or never to. */
export function Deciding({ batch, say, onGiveUp }: Props) {
  const words = useWords()
  const { mutate, isPending, error } = useAct(decideMutation(useRequest()))
  const [handFocusOn] = useState(() => handFocusTo(placeOf(batch)))
  return (
    <>
      <div className={styles.acts} ref={handFocusOn}>
        <Button
          size="small"
          icon="back"
          isPending={isPending}
          onClick={() =>
            mutate({ decision: 'try-again', batch }, { onSuccess: () => say(words.saidTriedAgain) })
          }
        >
          {words.tryAgain}
        </Button>
        <Button size="small" variant="asks-first" onClick={onGiveUp}>
          {words.giveUp}
        </Button>
      </div>
      <InlineFailure error={error} />
    </>
  )
}
