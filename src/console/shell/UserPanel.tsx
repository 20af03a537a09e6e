import { useQueryClient } from '@tanstack/react-query'
import { signOut } from '#contract/sign-in.ts'
import type { User } from '#contract/user.ts'
import { useRequest } from '../request-context.ts'
import { useLazyWords } from '../lazy-words/lazy-words.ts'
import { InlineFailure } from '../failures/InlineFailure.tsx'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { forgetSession } from '../session.ts'
import { useAct } from '../use-act.ts'
import { Link } from './Link.tsx'
import { roleWords } from './role-words.ts'
import styles from './UserPanel.module.css'

/** What the user menu holds: who is signed in, what they hold, and the ways to their account and out. */
export default function UserPanel({ user }: { user: User }) {
  const messages = useMessages()
  const panels = useLazyWords('panels')
  const request = useRequest()
  const cache = useQueryClient()
  const signingOut = useAct({
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
    <div className={styles.menu}>
      <div>
        <p className={styles.name} translate="no">
          {user.name}
        </p>
        <p translate="no">{user.email}</p>
        <p>{roleWords(user, messages).join(' · ')}</p>
      </div>
      <Link to="/account" onClick={({ currentTarget }) => closePanelOf(currentTarget)}>
        {panels.yourAccount}
      </Link>
      <InlineFailure error={signingOut.error} outcome={false} />
      <Button isPending={signingOut.isPending} onClick={() => signingOut.mutate()}>
        {panels.signOut}
      </Button>
    </div>
  )
}

const closePanelOf = (element: Element) => element.closest<HTMLElement>('[popover]')?.hidePopover()
