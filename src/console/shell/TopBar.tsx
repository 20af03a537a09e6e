import type { Session } from '#contract/sign-in.ts'
import { useFormats, useMessages } from '../messages/MessagesProvider.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useNarrow } from '../ui/use-narrow.ts'
import { Brand } from './Brand.tsx'
import { Link } from './Link.tsx'
import { NAVIGATION_ID } from './SideNavigation.tsx'
import { LanguagePicker } from './LanguagePicker.tsx'
import { ThemePicker } from './ThemePicker.tsx'
import { UserMenu } from './UserMenu.tsx'
import styles from './TopBar.module.css'

type Props = {
  /** Undefined until an answer says who is signed in. */
  session: Session | undefined
  home: string
  /** Their number stands in the navigation, which is out of sight where the button opens it. */
  refusedCalls: number
}

export function TopBar({ session, home, refusedCalls }: Props) {
  const { shell } = useMessages()
  const { number } = useFormats()
  const isNarrow = useNarrow()
  const refused = refusedCalls > 0 && shell.refusedCalls(refusedCalls, number(refusedCalls))
  return (
    <header className={styles.bar}>
      <button
        type="button"
        className={styles.menu}
        popoverTarget={NAVIGATION_ID}
        title={refused ? `${shell.navigation}, ${refused}` : shell.navigation}
      >
        <Icon name="menu" size={20} />
        {refused && (
          <span className={styles.mark}>
            <Icon name="error" size={14} />
          </span>
        )}
      </button>
      <Link to={home} className={styles.home}>
        <Brand />
      </Link>
      {session ? (
        <p className={styles.client}>
          <span>{shell.client}</span> <code translate="no">{session.clientCode}</code>
        </p>
      ) : (
        <span className={styles.client} data-unknown />
      )}
      <div className={styles.end}>
        {!isNarrow && (
          <>
            <LanguagePicker />
            <ThemePicker />
          </>
        )}
        {session || isNarrow ? <UserMenu user={session?.user} /> : <span className={styles.place} />}
      </div>
    </header>
  )
}
