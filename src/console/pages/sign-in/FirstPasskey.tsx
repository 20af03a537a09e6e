import { finishSignInWithFirstPasskey, type SignedInWithFirstPasskey } from '#contract/passkeys.ts'
import type { CreationOptions } from '#contract/webauthn.ts'
import { hasPasskeys, makePasskey } from '../../passkeys/authenticator.ts'
import { PasskeyFailure } from '../../passkeys/PasskeyFailure.tsx'
import { PasskeyNameForm } from '../../passkeys/PasskeyNameForm.tsx'
import { useWords as usePasskeyWords } from '../../passkeys/use-words.ts'
import { useRequest } from '../../request-context.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useAct } from '../../use-act.ts'
import styles from './SignInPage.module.css'
import { useWords } from './use-words.ts'

type Props = {
  options: CreationOptions
  onAdded: (added: SignedInWithFirstPasskey) => void
  onStartAgain: () => void
}

/** Leads someone whose rights take a second step to their first passkey. */
export function FirstPasskey({ options, onAdded, onStartAgain }: Props) {
  const words = useWords()
  const passkeyWords = usePasskeyWords()
  const request = useRequest()
  const adding = useAct({
    mutationFn: async (name: string) => {
      const credential = await makePasskey(options)
      return request(finishSignInWithFirstPasskey, { body: { name, credential } })
    },
    onSuccess: onAdded,
    gcTime: 0,
  })
  return (
    <Card heading="h1" title={words.firstTitle} advice={words.firstAdvice}>
      {hasPasskeys() ? (
        <PasskeyNameForm className={styles.form} isPending={adding.isPending} onSubmit={adding.mutate}>
          <PasskeyFailure error={adding.error} />
        </PasskeyNameForm>
      ) : (
        <Notice tone="error" title={passkeyWords.notHere} />
      )}
      <div className={styles.ways}>
        <Button variant="quiet" onClick={onStartAgain}>
          {words.startAgain}
        </Button>
      </div>
    </Card>
  )
}
