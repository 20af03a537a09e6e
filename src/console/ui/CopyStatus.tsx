import { useMessages } from '../messages/MessagesProvider.tsx'
import { copyKeys } from './clipboard.ts'
import type { CopyState } from './use-copy.ts'
import styles from './CopyStatus.module.css'

/** Says beside the button, and to screen readers, what came of copying. */
export function CopyStatus({ state }: { state: CopyState }) {
  const { copying } = useMessages()
  return (
    <output className={styles.status} data-state={state.kind}>
      {state.kind === 'copied' && <span key={state.count}>{copying.copied}</span>}
      {state.kind === 'refused' && copying.press(copyKeys())}
    </output>
  )
}
