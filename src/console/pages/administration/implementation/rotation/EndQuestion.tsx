import { type ReactNode, useState } from 'react'
import type { First } from '#contract/errors.ts'
import type { ListedToken } from '#contract/rotation.ts'
import { Overtaken } from '../../../../failures/Overtaken.tsx'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { Checkbox } from '../../../../ui/Checkbox.tsx'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { TokenUsers } from './TokenUsers.tsx'
import { useEver } from '../../../../ui/use-ever.ts'
import { useWords } from './use-words.ts'

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
  /**
   * `only`: the current one, and no other works; `current`: others work beside it; `open`: it is current, and authentication
   * is off; `old`: it works beside the current one; `over`: it does not work, and is to stay so.
   */
  kind: 'only' | 'current' | 'open' | 'old' | 'over'
  onEnd: (forGood: boolean) => Promise<void>
  onClose: () => void
}

/** Asks before a token ends, with who uses it; one that leaked ends for good. */
export function EndQuestion({
  token,
  isOvertaken,
  first,
  failure,
  returnFocusTo,
  kind,
  onEnd,
  onClose,
}: Props) {
  const words = useWords()
  const { instant } = useFormats()
  const { lastFour, usedBy, expiresAt } = token
  const [isForGood, setIsForGood] = useState(kind === 'over')
  const isUsed = usedBy.count > 0
  const fails = kind === 'only' || (isUsed && (kind === 'current' || kind === 'old'))
  if (useEver(isOvertaken))
    return <Overtaken title={titleOf()} close={words.close} first={first} onClose={onClose} />
  return (
    <ConfirmDialog
      title={titleOf()}
      confirm={isForGood ? words.endForGoodConfirm : words.endConfirm}
      cancel={words.cancel}
      failure={failure}
      returnFocusTo={returnFocusTo}
      isDangerous={fails || isForGood}
      onConfirm={() => onEnd(isForGood)}
      onClose={onClose}
      choices={
        <>
          {fails && (
            <div>
              <Notice tone="error" icon="alert" title={kind === 'only' ? words.endAllFail : words.endFails}>
                {kind === 'old' ? words.updateThem : words.endAllFailAdvice}
              </Notice>
            </div>
          )}
          <div>
            {kind !== 'over' && (
              <Checkbox label={words.forGood} isChecked={isForGood} onChange={setIsForGood} />
            )}
            <p>{isForGood ? words.cannotBeUndone : words.canBeUndone(instant(expiresAt))}</p>
          </div>
        </>
      }
    >
      {kind === 'open' && <p>{words.endOpen}</p>}
      <p>{isUsed ? words.endUsers : words.endNotUsed}</p>
      {isUsed && <TokenUsers usedBy={usedBy} />}
    </ConfirmDialog>
  )

  function titleOf() {
    if (kind === 'over') return words.endForGoodTitle(lastFour)
    return kind === 'old' ? words.endTitle(lastFour) : words.endCurrentTitle(lastFour)
  }
}
