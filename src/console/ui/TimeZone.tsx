import { useMessages } from '../messages/MessagesProvider.tsx'
import styles from './TimeZone.module.css'

/** Says once, for a page or a box with times in columns, in which time zone they are. */
export function TimeZone() {
  const { timesAreIn } = useMessages()
  return <p className={styles.zone}>{timesAreIn(new Intl.DateTimeFormat().resolvedOptions().timeZone)}</p>
}
