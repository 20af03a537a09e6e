import type { ListedToken } from '#contract/rotation.ts'
import { Button } from '../../../../ui/Button.tsx'
import { handFocusTo } from '../../../../hand-focus.ts'
import styles from './TokenActs.module.css'
import { useWords } from './use-words.ts'

/** The heading of the list, which stays when a row's buttons become others. */
export const OLD_TOKENS_ID = 'old-tokens'
const handFocusOn = handFocusTo(OLD_TOKENS_ID)

type Props = {
  token: ListedToken
  isWorking: boolean
  isPending: boolean
  onAsk: (act: 'extend' | 'end') => void
  onRestore: () => void
}

/** What can be done about an old token. No button becomes another under the finger, for each has a key. */
export function TokenActs({ token, isWorking, isPending, onAsk, onRestore }: Props) {
  const words = useWords()
  const common = { size: 'small', isPending, ref: handFocusOn } as const
  const named = (act: string) => ({ 'aria-label': words.of(act, token.lastFour), children: act })
  return (
    <div className={styles.acts}>
      {isWorking ? (
        <>
          {token.worksUntil < token.expiresAt && (
            <Button key="extend" {...common} {...named(words.extend)} onClick={() => onAsk('extend')} />
          )}
          <Button
            key="end"
            {...common}
            {...named(words.end)}
            variant="asks-first"
            onClick={() => onAsk('end')}
          />
        </>
      ) : (
        <>
          <Button key="restore" {...common} {...named(words.restore)} icon="back" onClick={onRestore} />
          <Button
            key="for-good"
            {...common}
            {...named(words.endForGood)}
            variant="asks-first"
            onClick={() => onAsk('end')}
          />
        </>
      )}
    </div>
  )
}
