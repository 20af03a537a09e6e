import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { signInAgain, startSigningInAgain } from '#contract/fresh-sign-in.ts'
import { answerWithPasskey, hasPasskeys } from '../../passkeys/authenticator.ts'
import { PasskeyFailure } from '../../passkeys/PasskeyFailure.tsx'
import { useWords as usePasskeyWords } from '../../passkeys/use-words.ts'
import { useRequest } from '../../request-context.ts'
import { noteSession } from '../../session.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useAct } from '../../use-act.ts'
import styles from './FreshSignInDialog.module.css'
import { useWords } from './use-words.ts'
import type { WayProps } from './way-props.ts'

/** Signs in again with a passkey. */
export function PasskeyWay({ isFirst, onProved }: WayProps) {
  const words = useWords()
  const passkeyWords = usePasskeyWords()
  const request = useRequest()
  const cache = useQueryClient()
  const buttonRef = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isFirst) buttonRef.current?.focus()
  }, [isFirst])
  const proving = useAct({
    mutationFn: async () => {
      const credential = await answerWithPasskey(await request(startSigningInAgain))
      return request(signInAgain, { body: { method: 'passkey', credential } })
    },
    onSuccess: (session) => {
      noteSession(cache, { kind: 'signed-in', session })
      onProved()
    },
    gcTime: 0,
  })
  if (!hasPasskeys()) return <Notice tone="error" title={passkeyWords.notHere} />
  return (
    <div className={styles.way}>
      <PasskeyFailure error={proving.error} />
      <Button
        ref={buttonRef}
        variant="primary"
        icon="key"
        isPending={proving.isPending}
        onClick={() => proving.mutate()}
      >
        {words.usePasskey}
      </Button>
    </div>
  )
}
