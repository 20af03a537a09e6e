import { useMutation, useQueryClient } from '@tanstack/react-query'
import { signOut } from '#contract/sign-in.ts'
import type { User } from '#contract/user.ts'
import { useRequest } from '../request-context.ts'
import { InlineFailure } from '../failures/InlineFailure.tsx'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { PopoverButton } from '../ui/PopoverButton.tsx'
import { forgetSession } from '../session.ts'
import { roleWords } from './role-words.ts'
import styles from './UserMenu.module.css'

/** Who is signed in, what they hold, and the way out. */
export function UserMenu({ user }: { user: User }) {
  const messages = useMessages()
  const request = useRequest()
  const cache = useQueryClient()
  const signingOut = useMutation({
    mutationFn: () => request(signOut),
    onSuccess: ({ providerUrl }) => {
      forgetSession(cache, { kind: 'signed-out', end: 'signed-out' })
      if (providerUrl !== null) location.assign(providerUrl)
    },
    // Whoever was signed out all the same is led to sign-in by what is asked for now.
    onError: () => void cache.invalidateQueries(),
    meta: { news: 'signed-out' },
  })

  return (
    <PopoverButton
      label={messages.shell.account(user.name)}
      face={<span className={styles.initials}>{initialsOf(user.name)}</span>}
    >
      <div className={styles.menu}>
        <div>
          <p className={styles.name} translate="no">
            {user.name}
          </p>
          <p translate="no">{user.email}</p>
          <p>{roleWords(user, messages).join(' · ')}</p>
        </div>
        <InlineFailure error={signingOut.error} outcome={false} />
        <Button isPending={signingOut.isPending} onClick={() => signingOut.mutate()}>
          {messages.shell.signOut}
        </Button>
      </div>
    </PopoverButton>
  )
}

function initialsOf(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? [])
  return [letters.at(0), letters.length > 1 && letters.at(-1)].filter(Boolean).join('').toUpperCase()
}
