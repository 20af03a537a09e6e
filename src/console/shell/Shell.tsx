import type { ReactNode } from 'react'
import type { Visitor } from '../visitor.ts'
import { TopBar } from './TopBar.tsx'
import { SideNavigation } from './SideNavigation.tsx'
import { SkipLinks } from './SkipLinks.tsx'
import styles from './Shell.module.css'

type Props = {
  /** Undefined until the first answer says who it is. */
  visitor: Extract<Visitor, { kind: 'signed-in' }> | undefined
  children: ReactNode
}

/** What surrounds every page of a signed-in person. */
export function Shell({ visitor, children }: Props) {
  return (
    <div className={styles.shell}>
      <SkipLinks>
        <TopBar visitor={visitor} />
        <SideNavigation />
        <main id="content" className={styles.content} tabIndex={-1}>
          {children}
        </main>
      </SkipLinks>
    </div>
  )
}
