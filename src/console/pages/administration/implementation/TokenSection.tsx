import { useEffect, useEffectEvent, useRef } from 'react'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { useCopyShortcut } from '../../../ui/use-copy-shortcut.ts'
import { GenerateToken } from './GenerateToken.tsx'
import { handFocusOn } from './hand-focus.ts'
import { type Generating, type ReceivedImplementation, useIsSettingsChanging } from './queries.ts'
import { TestTokenButton } from './TestTokenButton.tsx'
import { TokenFacts } from './TokenFacts.tsx'
import { TokenField } from './TokenField.tsx'
import { isUsable, type TokenState } from './token-state.ts'
import type { SecretToken } from './use-secret-token.ts'
import { useWords } from './use-words.ts'
import styles from './ProfileApi.module.css'

type Props = {
  implementation: ReceivedImplementation
  state: TokenState
  secret: SecretToken
  /** Kept when the token is there; broken with the error of `secret.generate`. */
  onGenerate: (how: Generating) => Promise<void>
  /** Says to screen readers what the eye sees happen. */
  say: (words: string) => void
}

/** The token: what may be known of it, the secret for those who may see it, and a new one. */
export function TokenSection({ implementation, state, secret, onGenerate, say }: Props) {
  const { account, settings, session, token } = implementation
  const { permitted } = session
  const words = useWords()
  const maySee = permitted.includes('token.view')
  const showsSecret = maySee && isUsable(state)
  const isSettingsChanging = useIsSettingsChanging()
  const copyRef = useRef<HTMLButtonElement>(null)
  useCopyShortcut(() => {
    copyRef.current?.click()
    copyRef.current?.scrollIntoView({ block: 'nearest' }) // it says that it did
  })

  const generatedId = showsSecret ? secret.generatedId : undefined
  useEffect(() => {
    if (generatedId !== undefined) copyRef.current?.focus()
  }, [generatedId])
  useEndOf(state, () => say(words.expiredTitle))

  const testButton = (label: string) => (
    <TestTokenButton
      label={label}
      clientCode={account.clientCode}
      isRequired={settings.enableProfileApiAuthentication}
    />
  )
  return (
    <div className={styles.section}>
      {showsSecret && (
        <div className={styles.fields} ref={handFocusOn}>
          <TokenField
            account={account}
            tokenId={state.token.id}
            secret={secret}
            copyRef={copyRef}
            actions={testButton(words.testToken)}
          />
        </div>
      )}
      <InlineFailure error={secret.view.error} />
      {state.kind !== 'none' && <TokenFacts state={state} />}
      <GenerateToken
        implementation={implementation}
        state={state}
        disabledReason={reasonAgainst()}
        isPending={secret.generate.isPending}
        error={secret.generate.error}
        isKnownSince={implementation.receivedAtMs > secret.generate.startedAtMs}
        onGenerate={onGenerate}
      />
      {maySee && !showsSecret && <div>{testButton(words.testAnyToken)}</div>}
    </div>
  )

  function reasonAgainst(): string | undefined {
    if (!permitted.includes('token.generate')) return words.generateTakesRights
    if (isSettingsChanging) return words.saving
    return settings.enableProfileApiAuthentication || token !== null ? undefined : words.turnOnFirst
  }
}

/** Calls back when the token expires while it is looked at. */
function useEndOf({ kind }: TokenState, onExpired: () => void): void {
  const expired = useEffectEvent(onExpired)
  const kindRef = useRef(kind)
  useEffect(() => {
    if (kind === 'expired' && kindRef.current !== 'expired') expired()
    kindRef.current = kind
  }, [kind])
}
