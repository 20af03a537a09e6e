import type { BatchSummary } from '#contract/batches.ts'
import { Question } from '../../../failures/Question.tsx'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../request-context.ts'
import { decideMutation } from './queries.ts'
import { useWords } from './use-words.ts'

type Props = {
  /** As it was when this was asked. */
  batch: BatchSummary
  /** As it is; undefined where it is shown no more. */
  now: BatchSummary | undefined
  say: (words: string) => void
  onClose: () => void
}

/** Asks before the rows of a stuck batch that were not applied are removed. */
export function GiveUpQuestion({ batch, now, say, onClose }: Props) {
  const words = useWords()
  const { number } = useFormats()
  const rest = batch.batchSize - batch.consumedCount
  return (
    <Question
      title={words.askGiveUp(rest, number(rest))}
      confirm={words.giveUpNow}
      cancel={words.cancel}
      close={words.close}
      isDangerous
      mutation={decideMutation(useRequest())}
      input={{ decision: 'give-up', batch }}
      fate={now?.stuckSince === batch.stuckSince ? null : 'changed'}
      returnFocusTo={[placeOf(batch), 'content']}
      onDone={() => say(words.saidGivenUp)}
      onClose={onClose}
    >
      <p>{words.giveUpMeans}</p>
    </Question>
  )
}

/** Id of where it stands what became of a batch. */
export const placeOf = ({ batchId }: BatchSummary) => `became-${batchId}`
