import type { NoticeTarget } from '#contract/notice-targets.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from './NoticesPage.module.css'
import { useWords } from './use-words.ts'

/** What stays when somebody who was told is removed. */
export const ADD_ID = 'add-webhook'

/** What tells why nobody can be told by e-mail. */
export const NO_MAIL_ID = 'no-mail'

type Props = {
  /** Null until it is known. */
  isMailSetUp: boolean | null
  onAdd: (kind: NoticeTarget['kind']) => void
}

/** The page's title, and what is added to it. */
export function NoticesHeader({ isMailSetUp, onAdd }: Props) {
  const words = useWords()
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
          aria-describedby={lacksMail ? NO_MAIL_ID : undefined}
          onClick={() => onAdd('email')}
        >
          {words.addEmail}
        </Button>
      </div>
    </header>
  )
}
