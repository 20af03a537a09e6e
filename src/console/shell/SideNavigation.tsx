import { Fragment } from 'react'
import type { Permission } from '#contract/roles.ts'
import type { Messages } from '../messages/en.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { Link } from './Link.tsx'
import { RefusedNumber } from './RefusedNumber.tsx'
import styles from './SideNavigation.module.css'

/** Lets the button in the top bar open the navigation where it has no column of its own. */
export const NAVIGATION_ID = 'navigation'

/** A page in the navigation, for those who have the permission. */
export type NavigationItem = {
  path: string
  group: keyof Messages['shell']['groups']
  word: keyof Messages['shell']['pages']
  icon: IconName
  permission: Permission
}

/** The pages that stand there for someone; none before it is known what they may do. */
export const itemsFor = (items: NavigationItem[], permitted: Permission[] = []) =>
  items.filter(({ permission }) => permitted.includes(permission))

/** On a narrow screen it is a popover; on a wide one its column, and the popover is never opened. */
export function SideNavigation({ items, refusedCalls }: { items: NavigationItem[]; refusedCalls: number }) {
  const { shell } = useMessages()
  return (
    <nav id={NAVIGATION_ID} popover="auto" className={styles.navigation} aria-label={shell.navigation}>
      {[...Map.groupBy(items, ({ group }) => group)].map(([group, its]) => (
        <Fragment key={group}>
          <h2 id={group}>{shell.groups[group]}</h2>
          <ul aria-labelledby={group}>
            {its.map(({ path, word, icon }) => (
              <li key={path}>
                <Link to={path} onClick={closeNavigation}>
                  <Icon name={icon} />
                  <span>{shell.pages[word]}</span>
                  {word === 'implementation' && <RefusedNumber calls={refusedCalls} />}
                </Link>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
      <ul className={styles.foot}>
        <li>
          <Link to="/docs" onClick={closeNavigation}>
            <Icon name="book" />
            <span>{shell.documentation}</span>
          </Link>
        </li>
        <li>
          <Link to="/docs/keyboard" onClick={closeNavigation}>
            <Icon name="keyboard" />
            <span>{shell.keyboard}</span>
          </Link>
        </li>
      </ul>
    </nav>
  )
}

function closeNavigation() {
  document.getElementById(NAVIGATION_ID)?.hidePopover()
}
