import { useId, type ReactNode } from 'react'
import styles from './Card.module.css'

type Props = {
  title: string
  /** `h1` where the card is the whole page. */
  heading?: 'h1' | 'h2'
  /** Leads to what explains it. */
  help?: ReactNode
  advice?: ReactNode
  /** Choices or buttons beside the title. */
  actions?: ReactNode
  children?: ReactNode
}

/** A titled region of a page. */
export function Card({ title, heading: Heading = 'h2', help, advice, actions, children }: Props) {
  const id = useId()
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header>
        <div>
          <div className={styles.title}>
            <Heading id={id}>{title}</Heading>
            {help}
          </div>
          {advice && <p>{advice}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  )
}
