import type { ReactNode } from 'react'
import type { First } from '#contract/errors.ts'
import type { ListedToken } from '#contract/rotation.ts'
import { Overtaken } from '../../../../failures/Overtaken.tsx'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { TimeChoice } from '../how-long/TimeChoice.tsx'
import { useTimeChoice } from '../how-long/use-time-choice.ts'
import { useEver } from '../../../../ui/use-ever.ts'
import { useWords } from './use-words.ts'

const DAY_MS = 86_400_000
const SHORTEST_MS = 60_000

type Props = {
  token: ListedToken
  /** Whether it has become another since. */
  isOvertaken: boolean
  /** Who made it so, as far as is known. */
  first: First | undefined
  /** Why it was not done, or may not have been. */
  failure: ReactNode
  /** As of `Dialog`. */
  returnFocusTo: readonly string[]
  /** @param worksUntil ISO 8601 */
  onExtend: (worksUntil: string) => Promise<void>
  onClose: () => void
}

/** Asks how much longer an old token is to work, at most until it expires. */
export function ExtendQuestion({
  token,
  isOvertaken,
  first,
  failure,
  returnFocusTo,
  onExtend,
  onClose,
}: Props) {
  const words = useWords()
  const { instant } = useFormats()
  const endsMs = Date.parse(token.worksUntil)
  const expiresMs = Date.parse(token.expiresAt)
  const longer = [
    { value: 'day', label: words.dayLonger, atMs: endsMs + DAY_MS },
    { value: 'week', label: words.weekLonger, atMs: endsMs + 7 * DAY_MS },
    { value: 'month', label: words.monthLonger, atMs: endsMs + 30 * DAY_MS },
  ].filter(({ atMs }) => atMs < expiresMs)
  const options = [...longer, { value: 'expiry', label: words.untilItExpires, atMs: expiresMs }]
  const choice = useTimeChoice({
    options,
    first: options[0]?.value ?? 'expiry',
    field: 'datetime-local',
    earliestMs: Math.min(endsMs + SHORTEST_MS, expiresMs),
    latestMs: expiresMs,
  })
  if (useEver(isOvertaken))
    return (
      <Overtaken
        title={words.extendTitle(token.lastFour)}
        close={words.close}
        first={first}
        onClose={onClose}
      />
    )
  return (
    <ConfirmDialog
      title={words.extendTitle(token.lastFour)}
      confirm={words.extendConfirm}
      cancel={words.cancel}
      failure={failure}
      returnFocusTo={returnFocusTo}
      choices={
        <TimeChoice words={words.howLong} legend={words.longer} other={words.other} choice={choice}>
          {choice.atMs !== null && (
            <p>
              {words.worksUntil} <strong>{instant(new Date(choice.atMs).toISOString())}</strong>
            </p>
          )}
        </TimeChoice>
      }
      onConfirm={() => {
        if (!choice.check() || choice.atMs === null) return false
        return onExtend(new Date(choice.atMs).toISOString())
      }}
      onClose={onClose}
    >
      <p>{words.extendAdvice(instant(token.worksUntil))}</p>
    </ConfirmDialog>
  )
}
