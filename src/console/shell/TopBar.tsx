import { pages } from '#contract/paths.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { Visitor } from '../visitor.ts'
import { Brand } from './Brand.tsx'
import { Link } from './Link.tsx'
import { NAVIGATION_ID } from './SideNavigation.tsx'
import { LanguagePicker } from './LanguagePicker.tsx'
import { ThemePicker } from './ThemePicker.tsx'
import { UserMenu } from './UserMenu.tsx'
import styles from './TopBar.module.css'

export function TopBar({ visitor }: { visitor: Extract<Visitor, { kind: 'signed-in' }> | undefined }) {
  const { shell } = useMessages()
  return (
    <header className={styles.bar}>
      <button
        type="button"
        className={styles.menu}
        popoverTarget={NAVIGATION_ID}
        aria-label={shell.navigation}
        title={shell.navigation}
      >
        <Icon name="menu" size={20} />
      </button>
      <Link to={pages.implementation} className={styles.home}>
        <Brand />
      </Link>
      {visitor && <code className={styles.client}>{visitor.clientCode}</code>}
      <div className={styles.end}>
        <LanguagePicker />
        <ThemePicker />
        {visitor ? <UserMenu user={visitor.session.user} /> : <span className={styles.place} />}
      </div>
    </header>
  )
}
