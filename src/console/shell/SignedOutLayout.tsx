import type { ReactNode } from 'react'
import { Boundary } from '../failures/Boundary.tsx'
import { PageFailure } from '../failures/PageFailure.tsx'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { Brand } from './Brand.tsx'
import { LanguagePicker } from './LanguagePicker.tsx'
import { Link } from './Link.tsx'
import { ThemePicker } from './ThemePicker.tsx'
import styles from './SignedOutLayout.module.css'

/** Pages for people who have no session: one narrow card. */
export function SignedOutLayout({ page }: { page: ReactNode }) {
  return (
    <div className={styles.layout}>
      <header>
        <Brand />
        <div className={styles.pickers}>
          <LanguagePicker />
          <ThemePicker />
        </div>
      </header>
      <main>
        <Boundary Failure={PageFailure}>{page}</Boundary>
      </main>
      <footer>
        <Link to="/docs">{useMessages().shell.documentation}</Link>
      </footer>
    </div>
  )
}
