import { useMessages } from '../messages/MessagesProvider.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './Help.module.css'
import { Link } from './Link.tsx'

/**
 * Leads from beside a title to what the documentation says of it.
 *
 * @param to document and heading, as `console#callers`
 * @param about what that explains, for the ear
 */
export function Help({ to, about }: { to: string; about: string }) {
  const { shell } = useMessages()
  return (
    <Link to={`/docs/${to}`} className={styles.help} hrefLang="en">
      <Icon name="help" size={14} />
      <span>{shell.help}</span>
      <span className="visually-hidden">
        , <span>{about}</span>
      </span>
    </Link>
  )
}
