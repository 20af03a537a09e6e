import { useMessages } from '../messages/MessagesProvider.tsx'
import { copyKeys, hasFinger } from './clipboard.ts'
import type { CopyState } from './use-copy.ts'
import styles from './CopyStatus.module.css'

/**
 * Says beside the button, and to screen readers, what came of copying.
 *
 * @param isCopiedShown whether it is for the eye as well that something was copied; not where the button says it
 */
export function CopyStatus({ state, isCopiedShown }: { state: CopyState; isCopiedShown: boolean }) {
  const { copying } = useMessages()
  return (
    <output className={styles.status} data-state={state.kind}>
      {state.kind === 'copied' && (
        <span key={state.count} className={isCopiedShown ? undefined : 'visually-hidden'}>
          {copying.copied}
        </span>
      )}
      {state.kind === 'refused' && <span>{hasFinger() ? copying.hold : copying.press(copyKeys())}</span>}
    </output>
  )
}
