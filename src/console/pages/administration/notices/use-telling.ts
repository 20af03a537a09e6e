import type { Delivery, DeliveryFailure } from '#contract/notice-deliveries.ts'
import type { Notice, ToldCallers } from '#contract/notices.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import type { Formats } from '../../../messages/formats.ts'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

/** What a notice told: a title, and what more there is to say. */
export type Told = { title: string; detail: string }

/** What stands in a delivery, in the words of the language that is shown. */
export function useTelling() {
  const words = useWords()
  const formats = useFormats()
  return {
    notice: (notice: Notice) => noticeTold(notice, words, formats),
    failure: (failure: DeliveryFailure) => failureTold(failure, words),
    /** What became of it, in one word or two. */
    outcome: (delivery: Delivery) => outcomeTold(delivery, words),
  }
}

function noticeTold(notice: Notice, { notices: words }: Words, { number }: Formats): Told {
  switch (notice.type) {
    case 'token.expiring':
    case 'token.expired': {
      const { token, callers } = notice.data
      return {
        title:
          notice.type === 'token.expired'
            ? words.expired(token.lastFour)
            : words.expiring(token.lastFour, notice.data.daysLeft),
        detail: callers.count === 0 ? words.unused : words.usedBy(callersTold(callers)),
      }
    }
    case 'calls.refused': {
      const { change, callers } = notice.data
      return { title: words.refused[change.kind](change.lastFour ?? ''), detail: callersTold(callers) }
    }
    case 'batch.stuck': {
      const { rows, rowsApplied } = notice.data
      return { title: words.stuck, detail: words.rows(rows, number(rows), number(rowsApplied)) }
    }
  }
  return { title: words.test, detail: words.by(notice.data.by) }

  function callersTold({ count, names }: ToldCallers): string {
    if (names.length === 0) return words.callers(count, number(count))
    if (names.length === count) return names.join(', ')
    return words.callersAmong(count, number(count), names.join(', '))
  }
}

function failureTold({ reason, status, said }: DeliveryFailure, { failures: words }: Words): string {
  if (reason === 'answered') return words.answered(status ?? 0, said ?? '')
  const tell = words[reason]
  return typeof tell === 'string' ? tell : tell(said ?? '')
}

function outcomeTold({ state, isBeingSent, tries }: Delivery, { outcome: words }: Words): string {
  if (state !== 'waiting') return words[state]
  if (isBeingSent) return words.beingSent
  return tries === 0 ? words.waiting : words.waitingForTry(tries + 1)
}
