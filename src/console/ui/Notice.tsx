import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Notice.module.css'

type Props = {
  tone: 'info' | 'success' | 'warning' | 'error'
  title: string
  /** `alert` for what happens in answer to an act; nothing for what simply is so. */
  role?: 'alert'
  id?: string
  /** In place of the tone's own. */
  icon?: IconName
  children?: ReactNode
}

const icons = { info: 'info', success: 'done', warning: 'alert', error: 'error' } as const

/** Something to know before going on; its tone, which colour and icon show, is there for the ear as well. */
export function Notice({ tone, title, role, id, icon = icons[tone], children }: Props) {
  const { tones } = useMessages()
  return (
    <div id={id} className={styles.notice} data-tone={tone} role={role}>
      <Icon name={icon} size={18} />
      <span className="visually-hidden">{`${tones[tone]} `}</span>
      <p className={styles.title}>{title}</p>
      <div className={styles.text}>{children}</div>
    </div>
  )
}
