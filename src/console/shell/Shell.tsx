import { type ReactNode, Suspense } from 'react'
import type { Session } from '#contract/sign-in.ts'
import { Boundary } from '../failures/Boundary.tsx'
import { useRefusedCalls } from '../refused-calls.ts'
import { refusedNews } from './lazy.ts'
import { itemsFor, type NavigationItem, SideNavigation } from './SideNavigation.tsx'
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
  const items = itemsFor(navigation, session?.permitted)
  const mayKnow = session?.permitted.includes('callers.view') ?? false
  const refused = useRefusedCalls()
  const calls = mayKnow && refused !== null ? refused.calls : 0
  return (
    <div className={styles.shell}>
      <SkipLinks>
        <TopBar session={session} home={home} refusedCalls={calls} />
        <SideNavigation items={items} refusedCalls={calls} />
        {mayKnow && (
          <Boundary Failure={() => null}>
            <Suspense>
              <refusedNews.Component />
            </Suspense>
          </Boundary>
        )}
        <main id="content" className={styles.content} tabIndex={-1}>
          {children}
        </main>
      </SkipLinks>
    </div>
  )
}
