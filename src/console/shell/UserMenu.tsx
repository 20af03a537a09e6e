import type { User } from '#contract/user.ts'
import { PartPlace } from '../failures/PartPlace.tsx'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PopoverButton } from '../ui/PopoverButton.tsx'
import { userPanel } from './lazy.ts'
import styles from './UserMenu.module.css'

/**
 * Who is signed in; what opens comes once the page is shown. On a narrow screen it holds language and theme as well, and is
 * there before anyone is known.
 */
export function UserMenu({ user }: { user: User | undefined }) {
  const { shell } = useMessages()
  return (
    <PopoverButton
      label={user ? shell.account(user.name) : `${shell.language}, ${shell.theme}`}
      face={
        <span className={styles.initials} data-unknown={user === undefined || undefined}>
          {user ? <span>{initialsOf(user.name)}</span> : <Icon name="user" />}
        </span>
      }
    >
      <PartPlace>
        <userPanel.Component user={user} />
      </PartPlace>
    </PopoverButton>
  )
}

function initialsOf(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? [])
  return [letters.at(0), letters.length > 1 && letters.at(-1)].filter(Boolean).join('').toUpperCase()
}
