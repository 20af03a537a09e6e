import type { User } from '#contract/user.ts'
import { PartPlace } from '../failures/PartPlace.tsx'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { PopoverButton } from '../ui/PopoverButton.tsx'
import { userPanel } from './lazy.ts'
import styles from './UserMenu.module.css'

/** Who is signed in; what opens comes once the page is shown. */
export function UserMenu({ user }: { user: User }) {
  const { shell } = useMessages()
  return (
    <PopoverButton
      label={shell.account(user.name)}
      face={<span className={styles.initials}>{initialsOf(user.name)}</span>}
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
