import { useId } from 'react'
import type { NoticeTarget } from '#contract/notice-targets.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from './NoticesPage.module.css'
import { useWords } from './use-words.ts'

/** What stays when somebody who was told is removed. */
export const ADD_ID = 'add-webhook'

type Props = {
  /** Null until it is known. */
  isMailSetUp: boolean | null
  onAdd: (kind: NoticeTarget['kind']) => void
}

/** The page's title, and what is added to it. */
export function NoticesHeader({ isMailSetUp, onAdd }: Props) {
  const words = useWords()
  const reasonId = useId()
  const lacksMail = isMailSetUp === false
  return (
    <header className={styles.header}>
      <div>
        <h1>{words.title}</h1>
        <p>{words.advice}</p>
      </div>
      <div className={styles.acts}>
        <Button id={ADD_ID} icon="add" isDisabled={isMailSetUp === null} onClick={() => onAdd('webhook')}>
          {words.addWebhook}
        </Button>
        <Button
          icon="add"
          isDisabled={!isMailSetUp}
          aria-describedby={lacksMail ? reasonId : undefined}
          onClick={() => onAdd('email')}
        >
          {words.addEmail}
        </Button>
      </div>
      {lacksMail && (
        <p id={reasonId} className={styles.reason}>
          {words.noMailServer} <code>SMTP_URL</code> {words.and} <code>MAIL_FROM</code>.
        </p>
      )}
    </header>
  )
}
