import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useApi } from '../../../api-context.ts'
import { useMessages } from '../../../messages/MessagesProvider.tsx'
import { roleWords } from '../../../shell/role-words.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ExampleCall } from './ExampleCall.tsx'
import { GenerateToken } from './GenerateToken.tsx'
import { patchSettingsMutation, type ReceivedImplementation } from './queries.ts'
import { RequireAuthentication } from './RequireAuthentication.tsx'
import { StateNotice } from './StateNotice.tsx'
import { TokenFacts } from './TokenFacts.tsx'
import { TokenFields } from './TokenFields.tsx'
import { useTokenState } from './token-state.ts'
import { useSecretToken } from './use-secret-token.ts'
import styles from './ProfileApi.module.css'

/** The notice that tells why the switch is disabled. */
const READ_ONLY_ID = 'read-only'

/** The switch, the token and what to do about them. */
export function ProfileApi({ implementation }: { implementation: ReceivedImplementation }) {
  const { account, settings, session, receivedAtMs } = implementation
  const messages = useMessages()
  const { implementation: words } = messages
  const state = useTokenState(implementation.token, receivedAtMs)
  const secret = useSecretToken(account.tenant, implementation.token)
  const patch = useMutation(patchSettingsMutation(useApi()))
  const isRequired = patch.isPending ? patch.variables.isRequired : settings.enableProfileApiAuthentication
  const may = (permission: (typeof session.permitted)[number]) => session.permitted.includes(permission)
  const showsSecret = (state.kind === 'live' || state.kind === 'expiring') && may('token.view')
  const headerCopyRef = useRef<HTMLButtonElement>(null)

  const generatedId = showsSecret ? secret.generatedId : undefined
  useEffect(() => {
    if (generatedId !== undefined) headerCopyRef.current?.focus()
  }, [generatedId])

  return (
    <Card title={words.profileApi} advice={words.profileApiAdvice}>
      {!may('settings.update') && (
        <Notice id={READ_ONLY_ID} tone="info" title={words.readOnlyTitle}>
          {words.readOnlyAdvice(roleWords(session.user, messages).join(', '))}
        </Notice>
      )}
      <RequireAuthentication
        settings={settings}
        isRequired={isRequired}
        isPending={patch.isPending}
        error={patch.error}
        readOnlyId={may('settings.update') ? undefined : READ_ONLY_ID}
        token={state}
        onChange={(asked) => patch.mutate({ tenant: account.tenant, isRequired: asked, etag: settings.etag })}
      />
      <StateNotice isRequired={isRequired} state={state} />
      <div className={styles.section}>
        {state.kind !== 'none' && <TokenFacts state={state} />}
        {showsSecret && <TokenFields secret={secret} headerCopyRef={headerCopyRef} />}
        <GenerateToken
          state={state}
          disabledReason={reasonAgainst()}
          isPending={secret.generate.isPending}
          error={secret.generate.error}
          onGenerate={secret.generateToken}
        />
      </div>
      {showsSecret && (
        <div className={styles.section}>
          <ExampleCall account={account} secret={secret} />
        </div>
      )}
    </Card>
  )

  function reasonAgainst(): string | undefined {
    if (!may('token.generate')) return words.generateTakesRights
    return isRequired ? undefined : words.turnOnFirst
  }
}
