import type { BatchSummary } from '#contract/batches.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { useWords } from './use-words.ts'

const NOT_KNOWN = '–'

type Props = {
  batch: BatchSummary
  /** The service's time, ISO 8601. */
  now: string
}

/** From when a batch began to arrive until nothing of it was left to be applied. */
export function Took({ batch: { state, receivedAt, finishedAt, stuckSince }, now }: Props) {
  const words = useWords()
  const { duration } = useFormats()
  const since = (end: string) =>
    duration(Math.max(1, Math.round((Date.parse(end) - Date.parse(receivedAt)) / 1000)))
  if (state === 'refused') return NOT_KNOWN
  if (state === 'incomplete') return words.soFar(since(now))
  if (state === 'stuck') {
    return stuckSince === null ? (
      NOT_KNOWN
    ) : (
      <>
        {words.waitsSince} <Moment at={stuckSince} />
      </>
    )
  }
  return finishedAt === null ? NOT_KNOWN : since(finishedAt)
}
