import type { UserState } from '#contract/users.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { useServiceNow } from '../../../messages/service-clock.ts'
import { Icon } from '../../../ui/Icon.tsx'
import styles from './PeopleList.module.css'
import { useWords } from './use-words.ts'

/** Whether someone can sign in: a sign, a word, and the instant that matters. */
export function PersonState({ state }: { state: UserState }) {
  const { kinds, linkWorks, linkEnded, suspended } = useWords()
  const { shortInstant } = useFormats()
  const now = useServiceNow()
  if (state.kind === 'active') {
    return (
      <div className={styles.state} data-state="active">
        <Icon name="check" />
        <span>{kinds.active}</span>
      </div>
    )
  }
  const isOver = state.kind === 'invited' && Date.parse(state.linkExpiresAt) <= now
  const at = shortInstant(state.kind === 'invited' ? state.linkExpiresAt : state.since)
  const detail = state.kind === 'suspended' ? suspended(at, state.by) : isOver ? linkEnded(at) : linkWorks(at)
  return (
    <div className={styles.state} data-state={isOver ? 'over' : state.kind}>
      <Icon name={state.kind === 'suspended' ? 'ended' : isOver ? 'alert' : 'clock'} />
      <span>{kinds[state.kind]}</span>
      <p>{detail}</p>
    </div>
  )
}
