import type { BatchSummary } from '#contract/batches.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { useServiceNow } from '../../../messages/service-clock.ts'
import { useWords } from './use-words.ts'

/** How long a batch took or has taken so far, or since when it is stuck. */
export function Took({ batch: { state, receivedAt, finishedAt, stuckSince } }: { batch: BatchSummary }) {
  const words = useWords()
  const { duration, when } = useFormats()
  const now = useServiceNow()
  const until = (end: number) => duration(Math.max(1, Math.round((end - Date.parse(receivedAt)) / 1000)))
  switch (state) {
    case 'incomplete':
      return words.soFar(until(now))
    case 'stuck':
      return stuckSince === null ? '–' : words.since(when(stuckSince, now))
    case 'complete':
    case 'given-up':
      return finishedAt === null ? '–' : until(Date.parse(finishedAt))
    default:
      return '–'
  }
}
