import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import styles from './Notice.module.css'

type Props = {
  tone: 'info' | 'warning' | 'error'
  title: string
  /** `alert` for what happens in answer to an act; nothing for what simply is so. */
  role?: 'alert'
  id?: string
  children?: ReactNode
}

const icons = { info: 'info', warning: 'alert', error: 'error' } as const

/** Something to know before going on. */
export function Notice({ tone, title, role, id, children }: Props) {
  return (
    <div id={id} className={styles.notice} data-tone={tone} role={role}>
      <Icon name={icons[tone]} size={18} />
      <p className={styles.title}>{title}</p>
      <div className={styles.text}>{children}</div>
    </div>
  )
}
