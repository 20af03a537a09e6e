import { useEffect, useRef, useState } from 'react'
import { finishSignIn } from '#contract/passkeys.ts'
import type { Session } from '#contract/sign-in.ts'
import type { RequestOptions } from '#contract/webauthn.ts'
import { answerWithPasskey, hasPasskeys } from '../../passkeys/authenticator.ts'
import { PasskeyFailure } from '../../passkeys/PasskeyFailure.tsx'
import { useRequest } from '../../request-context.ts'
import { Button } from '../../ui/Button.tsx'
import { Help } from '../../shell/Help.tsx'
import { Card } from '../../ui/Card.tsx'
import { useAct } from '../../use-act.ts'
import { RecoveryCodeForm } from './RecoveryCodeForm.tsx'
import styles from './SignInPage.module.css'
import { useWords } from './use-words.ts'

type Props = {
  options: RequestOptions
  onSignedIn: (session: Session) => void
  onStartAgain: () => void
}

/** The second step after the password: a passkey, or a recovery code in its place. */
export function SecondStep({ options, onSignedIn, onStartAgain }: Props) {
  const words = useWords()
  const canUsePasskey = hasPasskeys() && options.allowCredentials.length > 0
  const [way, setWay] = useState<'passkey' | 'code'>(canUsePasskey ? 'passkey' : 'code')
  return (
    <Card
      heading="h1"
      title={words.secondTitle}
      help={<Help to="console#signing-in" about={words.secondTitle} />}
      advice={way === 'passkey' ? words.secondAdvice : words.codeAdvice}
    >
      {way === 'passkey' ? (
        <UsePasskey options={options} onSignedIn={onSignedIn} />
      ) : (
        <RecoveryCodeForm onSignedIn={onSignedIn} />
      )}
      <div className={styles.ways}>
        {way === 'passkey' && (
          <Button variant="quiet" onClick={() => setWay('code')}>
            {words.useCode}
          </Button>
        )}
        {way === 'code' && canUsePasskey && (
          <Button variant="quiet" onClick={() => setWay('passkey')}>
            {words.usePasskeyInstead}
          </Button>
        )}
        <Button variant="quiet" onClick={onStartAgain}>
          {words.startAgain}
        </Button>
      </div>
      <p className={styles.lost}>{words.lostPasskeyAdvice}</p>
    </Card>
  )
}

function UsePasskey({ options, onSignedIn }: Pick<Props, 'options' | 'onSignedIn'>) {
  const words = useWords()
  const request = useRequest()
  const buttonRef = useRef<HTMLButtonElement>(null)
  const finishing = useAct({
    mutationFn: async () => {
      const credential = await answerWithPasskey(options)
      return request(finishSignIn, { body: { kind: 'passkey', credential } })
    },
    onSuccess: onSignedIn,
    gcTime: 0,
  })
  useEffect(() => buttonRef.current?.focus(), [])
  return (
    <div className={styles.form}>
      <PasskeyFailure error={finishing.error} />
      <Button
        ref={buttonRef}
        variant="primary"
        icon="key"
        isPending={finishing.isPending}
        onClick={() => finishing.mutate()}
      >
        {words.usePasskey}
      </Button>
    </div>
  )
}
