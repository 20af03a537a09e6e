import { useQueryClient } from '@tanstack/react-query'
import { signOut } from '#contract/sign-in.ts'
import type { User } from '#contract/user.ts'
import { useRequest } from '../request-context.ts'
import { useLazyWords } from '../lazy-words/lazy-words.ts'
import { InlineFailure } from '../failures/InlineFailure.tsx'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { useNarrow } from '../ui/use-narrow.ts'
import { forgetSession } from '../session.ts'
import { leave } from '../shown-once/leave.ts'
import { useAct } from '../use-act.ts'
import LanguageChoice from './LanguageChoice.tsx'
import { Link } from './Link.tsx'
import { roleWords } from './role-words.ts'
import ThemeChoice from './ThemeChoice.tsx'
import styles from './UserPanel.module.css'

/** What the user menu holds: who is signed in, the ways to their account, to help and out, and what the bar has no room for. */
export default function UserPanel({ user }: { user: User | undefined }) {
  const { product, shell } = useMessages()
  const panels = useLazyWords('panels')
  const isNarrow = useNarrow()
  const links = [
    ...(user ? [{ to: '/account', words: panels.yourAccount }] : []),
    { to: '/docs', words: shell.documentation },
    { to: '/docs/keyboard', words: shell.keyboard },
  ]
  return (
    <div className={styles.menu}>
      {user && <Person user={user} />}
      <ul>
        {links.map(({ to, words }) => (
          <li key={to}>
            <Link to={to} onClick={({ currentTarget }) => closePanelOf(currentTarget)}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
      {isNarrow && (
        <>
          <LanguageChoice layout="fill" />
          <ThemeChoice layout="fill" />
        </>
      )}
      {user && <SignOut />}
      <p translate="no">{`${product} ${import.meta.env.VERSION}`}</p>
    </div>
  )
}

function Person({ user }: { user: User }) {
  const messages = useMessages()
  return (
    <div>
      <p className={styles.name} translate="no">
        {user.name}
      </p>
      <p translate="no">{user.email}</p>
      <p>{roleWords(user, messages).join(' · ')}</p>
    </div>
  )
}

function SignOut() {
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
    <>
      <InlineFailure error={signingOut.error} outcome={false} />
      <Button isPending={signingOut.isPending} onClick={() => leave(() => signingOut.mutate())}>
        {panels.signOut}
      </Button>
    </>
  )
}

const closePanelOf = (element: Element) => element.closest<HTMLElement>('[popover]')?.hidePopover()
