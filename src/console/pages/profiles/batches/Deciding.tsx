import { useState } from 'react'
import type { BatchSummary } from '#contract/batches.ts'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { handFocusTo } from '../../../hand-focus.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../request-context.ts'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { useAct } from '../../../use-act.ts'
import styles from './BatchesPage.module.css'
import { type Decision, decideMutation } from './queries.ts'
import { useWords } from './use-words.ts'

type Props = {
  batch: BatchSummary
  /** Id of what stays when these buttons go, and gets the focus. */
  placeId: string
  say: (words: string) => void
}

/** A person's decision about a stuck batch: to go on where it stopped, or never to. */
export function Deciding({ batch, placeId, say }: Props) {
  const words = useWords()
  const { number } = useFormats()
  const { mutate, isPending, variables, error } = useAct(decideMutation(useRequest()))
  const [isAsking, setIsAsking] = useState(false)
  const [handFocusOn] = useState(() => handFocusTo(placeId))
  const decide = (decision: Decision) =>
    mutate(
      { decision, batch },
      { onSuccess: () => say(decision === 'give-up' ? words.saidGivenUp : words.saidTriedAgain) },
    )
  const isUnderWay = (decision: Decision) => isPending && variables.decision === decision
  const rest = batch.batchSize - batch.consumedCount
  return (
    <>
      <div className={styles.acts} ref={handFocusOn}>
        <Button
          size="small"
          icon="back"
          isPending={isUnderWay('try-again')}
          onClick={() => decide('try-again')}
        >
          {words.tryAgain}
        </Button>
        <Button
          size="small"
          variant="asks-first"
          isPending={isUnderWay('give-up')}
          onClick={() => setIsAsking(true)}
        >
          {words.giveUp}
        </Button>
      </div>
      <InlineFailure error={error} />
      {isAsking && (
        <ConfirmDialog
          title={words.askGiveUp(rest, number(rest))}
          confirm={words.giveUpNow}
          cancel={words.cancel}
          isDangerous
          onConfirm={() => decide('give-up')}
          onClose={() => setIsAsking(false)}
        >
          <p>{words.giveUpMeans}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
