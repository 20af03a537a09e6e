import { signInWithPasskey, startPasskeySignIn } from '#contract/passkeys.ts'
import type { Session } from '#contract/sign-in.ts'
import { answerWithPasskey, hasPasskeys } from '../../passkeys/authenticator.ts'
import { PasskeyFailure } from '../../passkeys/PasskeyFailure.tsx'
import { useRequest } from '../../request-context.ts'
import { Button } from '../../ui/Button.tsx'
import { useAct } from '../../use-act.ts'
import styles from './SignInPage.module.css'
import { useWords } from './use-words.ts'

/** Signs in with a passkey alone; nothing where the browser has none. */
export function PasskeySignIn({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const words = useWords()
  const request = useRequest()
  const signingIn = useAct({
    mutationFn: async () => {
      const credential = await answerWithPasskey(await request(startPasskeySignIn))
      return request(signInWithPasskey, { body: { credential } })
    },
    onSuccess: onSignedIn,
    gcTime: 0,
  })
  if (!hasPasskeys()) return null
  return (
    <div className={styles.form}>
      <PasskeyFailure error={signingIn.error} />
      <Button icon="key" isPending={signingIn.isPending} onClick={() => signingIn.mutate()}>
        {words.withPasskey}
      </Button>
    </div>
  )
}
