import { useFormats, useMessages } from '../messages/MessagesProvider.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './SideNavigation.module.css'

/** How many calls are refused since a change, beside the page that shows them; nothing for none. */
export function RefusedNumber({ calls }: { calls: number }) {
  const { shell } = useMessages()
  const { number } = useFormats()
  if (calls === 0) return null
  return (
    <span className={styles.refused}>
      <Icon name="error" size={14} />
      <span aria-hidden="true">{number(calls)}</span>
      <span className="visually-hidden">
        , <span>{shell.refusedCalls(calls, number(calls))}</span>
      </span>
    </span>
  )
}
