import type { ReactNode } from 'react'
import { beginOidcSignIn, type BeginOidcInput, type SignInWays as Ways } from '#contract/oidc.ts'
import { useRequest } from '../../request-context.ts'
import { Button } from '../../ui/Button.tsx'
import { useAct } from '../../use-act.ts'
import { SignInFailure } from './SignInFailure.tsx'
import styles from './SignInWays.module.css'
import { useWords } from './use-words.ts'

type Props = {
  ways: Ways
  /** With what a sign-in at the provider begins. */
  begin: BeginOidcInput
  /** Signing in by a password. */
  children: ReactNode
}

/** The ways to sign in: at the provider where there is one, by a password unless that is off. */
export function SignInWays({ ways: { provider, password }, begin, children }: Props) {
  const words = useWords()
  if (provider === null) return children
  return (
    <div className={styles.ways}>
      <ProviderButton name={provider.name} begin={begin} isMain={!password} />
      {password && (
        <>
          <p className={styles.or}>{words.or}</p>
          {children}
        </>
      )}
    </div>
  )
}

function ProviderButton({ name, begin, isMain }: Pick<Props, 'begin'> & { name: string; isMain: boolean }) {
  const words = useWords()
  const request = useRequest()
  const beginning = useAct({
    mutationFn: () => request(beginOidcSignIn, { body: begin }),
    onSuccess: ({ url }) => location.assign(url),
    gcTime: 0,
  })
  return (
    <div className={styles.provider}>
      <SignInFailure error={beginning.error} />
      <Button
        variant={isMain ? 'primary' : 'secondary'}
        isPending={beginning.isPending || beginning.isSuccess}
        onClick={() => beginning.mutate()}
      >
        {words.signInWith(name)}
      </Button>
    </div>
  )
}
