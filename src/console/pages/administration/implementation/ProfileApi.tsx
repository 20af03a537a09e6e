import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useApi } from '../../../api-context.ts'
import { useMessages } from '../../../messages/MessagesProvider.tsx'
import { roleWords } from '../../../shell/role-words.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { GenerateToken } from './GenerateToken.tsx'
import { patchSettingsMutation, type ReceivedImplementation } from './queries.ts'
import { RequireAuthentication } from './RequireAuthentication.tsx'
import { StateNotice } from './StateNotice.tsx'
import { TokenFacts } from './TokenFacts.tsx'
import { TokenSecret } from './TokenSecret.tsx'
import { useTokenState } from './token-state.ts'
import { useSecretToken } from './use-secret-token.ts'

/** The switch, the token and what to do about them. */
export function ProfileApi({ implementation }: { implementation: ReceivedImplementation }) {
  const { account, settings, session, receivedAtMs } = implementation
  const messages = useMessages()
  const { implementation: words } = messages
  const state = useTokenState(implementation.token, receivedAtMs)
  const secret = useSecretToken(account.tenant, implementation.token?.id)
  const patch = useMutation(patchSettingsMutation(useApi()))
  const isRequired = patch.isPending ? patch.variables.isRequired : settings.enableProfileApiAuthentication
  const may = (permission: (typeof session.permitted)[number]) => session.permitted.includes(permission)
  const headerCopyRef = useRef<HTMLButtonElement>(null)

  const generatedId = secret.generate.data?.id
  useEffect(() => {
    if (generatedId !== undefined) headerCopyRef.current?.focus()
  }, [generatedId])

  return (
    <Card title={words.profileApi} advice={words.profileApiAdvice}>
      {!may('settings.update') && (
        <Notice tone="info" title={words.readOnly(roleWords(session.user, messages).join(', '))} />
      )}
      <RequireAuthentication
        settings={settings}
        isRequired={isRequired}
        isPending={patch.isPending}
        error={patch.error}
        mayUpdate={may('settings.update')}
        token={state}
        onChange={(asked) => patch.mutate({ tenant: account.tenant, isRequired: asked, etag: settings.etag })}
      />
      <StateNotice isRequired={isRequired} state={state} />
      {state.kind !== 'none' && <TokenFacts state={state} />}
      {(state.kind === 'live' || state.kind === 'expiring') && may('token.view') && (
        <TokenSecret
          account={account}
          lastFour={state.token.lastFour}
          secret={secret}
          headerCopyRef={headerCopyRef}
        />
      )}
      <GenerateToken
        state={state}
        disabledReason={reasonAgainst()}
        isPending={secret.generate.isPending}
        error={secret.generate.error}
        onGenerate={secret.generateToken}
      />
    </Card>
  )

  function reasonAgainst(): string | undefined {
    if (!may('token.generate')) return words.generateTakesRights
    return isRequired ? undefined : words.turnOnFirst
  }
}
