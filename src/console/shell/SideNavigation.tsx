import { pages } from '#contract/paths.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Link } from './Link.tsx'
import styles from './SideNavigation.module.css'

/** Lets the button in the top bar open the navigation where it has no column of its own. */
export const NAVIGATION_ID = 'navigation'

/** The pages there are. On a narrow screen it is a popover; on a wide one its column, and the popover is never opened. */
export function SideNavigation() {
  const { shell } = useMessages()
  return (
    <nav id={NAVIGATION_ID} popover="auto" className={styles.navigation} aria-label={shell.navigation}>
      <h2 id="administration">{shell.administration}</h2>
      <ul aria-labelledby="administration">
        <li>
          <Link to={pages.implementation} onClick={closeNavigation}>
            <Icon name="code" />
            {shell.implementation}
          </Link>
        </li>
      </ul>
    </nav>
  )
}

function closeNavigation() {
  document.getElementById(NAVIGATION_ID)?.hidePopover()
}
