import type { ReactNode } from 'react'
import { PageBoundary } from '../failures/PageBoundary.tsx'
import { Brand } from './Brand.tsx'
import { LanguagePicker } from './LanguagePicker.tsx'
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
        <PageBoundary>{page}</PageBoundary>
      </main>
    </div>
  )
}
