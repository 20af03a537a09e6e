import { type Ref } from 'react'
import type { MadeLink } from '#contract/invitations.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { CopyField } from '../../../ui/CopyField.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import styles from './InvitePeople.module.css'
import { useWords } from './use-words.ts'

type Props = {
  links: readonly (MadeLink & { of: string })[]
  /** Copy of the first one. */
  copyRef: Ref<HTMLButtonElement>
}

/** Links that are shown once, each with whom it is for and whether its e-mail went. */
export function MadeLinks({ links, copyRef }: Props) {
  const words = useWords()
  const { date } = useFormats()
  return (
    <ul className={styles.links}>
      {links.map(({ of, setUpUrl, expiresAt, mail }, index) => (
        <li key={setUpUrl}>
          <h3>{of}</h3>
          <CopyField
            label={words.linkOf(of)}
            value={setUpUrl}
            subject={setUpUrl}
            copyRef={index === 0 ? copyRef : null}
          />
          <p className={styles.outcome} data-failed={mail?.failure !== null && mail !== null}>
            {mail !== null && <Icon name={mail.failure === null ? 'mail' : 'alert'} />}
            <span>
              <span>{words.worksUntil(date(expiresAt))}</span>{' '}
              {mail !== null && <span>{mail.failure === null ? words.mailSent : words.mailFailed}</span>}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}
