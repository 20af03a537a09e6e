import type { ReactNode } from 'react'
import type { Session } from '#contract/sign-in.ts'
import { type NavigationItem, SideNavigation } from './SideNavigation.tsx'
import { SkipLinks } from './SkipLinks.tsx'
import { TopBar } from './TopBar.tsx'
import styles from './Shell.module.css'

type Props = {
  /** Undefined until an answer says who is signed in. */
  session: Session | undefined
  /** Address that the product's name leads to. */
  home: string
  navigation: NavigationItem[]
  children: ReactNode
}

/** What surrounds every page of a signed-in person. */
export function Shell({ session, home, navigation, children }: Props) {
  return (
    <div className={styles.shell}>
      <SkipLinks>
        <TopBar session={session} home={home} />
        <SideNavigation items={navigation} permitted={session?.permitted} />
        <main id="content" className={styles.content} tabIndex={-1}>
          {children}
        </main>
      </SkipLinks>
    </div>
  )
}
