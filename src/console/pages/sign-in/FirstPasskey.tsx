import { useEffect, useRef } from 'react'
import { finishSignInWithFirstPasskey } from '#contract/passkeys.ts'
import type { Session } from '#contract/sign-in.ts'
import type { CreationOptions } from '#contract/webauthn.ts'
import { hasPasskeys, makePasskey } from '../../passkeys/authenticator.ts'
import { PasskeyFailure } from '../../passkeys/PasskeyFailure.tsx'
import { PasskeyNameForm } from '../../passkeys/PasskeyNameForm.tsx'
import { RecoveryCodes } from '../../passkeys/RecoveryCodes.tsx'
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
  onSignedIn: (session: Session) => void
  onStartAgain: () => void
}

/** Leads someone whose rights take a second step to their first passkey; then shows the recovery codes that come with it. */
export function FirstPasskey({ options, onSignedIn, onStartAgain }: Props) {
  const words = useWords()
  const passkeyWords = usePasskeyWords()
  const request = useRequest()
  const adding = useAct({
    mutationFn: async (name: string) => {
      const credential = await makePasskey(options)
      return request(finishSignInWithFirstPasskey, { body: { name, credential } })
    },
    gcTime: 0, // the codes leave memory with the page that shows them
  })
  if (adding.data) {
    const { session, recoveryCodes } = adding.data
    return (
      <Card heading="h1" title={passkeyWords.codesTitle} advice={passkeyWords.codesAdvice}>
        <RecoveryCodes codes={recoveryCodes} />
        <GoOn word={words.goOn} onClick={() => onSignedIn(session)} />
      </Card>
    )
  }
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

/** Has the focus on it, for what had it is gone. */
function GoOn({ word, onClick }: { word: string; onClick: () => void }) {
  const ref = useRef<HTMLButtonElement>(null)
  useEffect(() => ref.current?.focus(), [])
  return (
    <div className={styles.form}>
      <Button ref={ref} variant="primary" onClick={onClick}>
        {word}
      </Button>
    </div>
  )
}
