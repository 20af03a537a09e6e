import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { useRequest } from '../../../request-context.ts'
import { useMessages } from '../../../messages/MessagesProvider.tsx'
import { roleWords } from '../../../shell/role-words.ts'
import { SkipLink } from '../../../shell/SkipLinks.tsx'
import { Announcement } from '../../../ui/Announcement.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useAnnouncement } from '../../../ui/use-announcement.ts'
import { useCopyShortcut } from '../../../ui/use-copy-shortcut.ts'
import { ExampleCall } from './ExampleCall.tsx'
import { GENERATE_ID, GenerateToken } from './GenerateToken.tsx'
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

/** Ref of what goes away when the token ends or the role is lowered, and maybe the focus in it: Generate stays. */
const handFocusOn = (element: HTMLElement | null) => () => {
  if (element?.contains(document.activeElement)) document.getElementById(GENERATE_ID)?.focus()
}

type Props = {
  implementation: ReceivedImplementation
  /** When it was loaded or changed last, milliseconds on the clock that mutations are dated by. */
  loadedAtMs: number
}

/** The switch, the token and what to do about them. */
export function ProfileApi({ implementation, loadedAtMs }: Props) {
  const { account, settings, session, receivedAtMs } = implementation
  const messages = useMessages()
  const { implementation: words } = messages
  const state = useTokenState(implementation.token, receivedAtMs)
  const { said, say } = useAnnouncement()
  const secret = useSecretToken(account.tenant, implementation.token, () => say(words.tokenHidden))
  const patch = useMutation(patchSettingsMutation(useRequest()))
  const isRequired = settings.enableProfileApiAuthentication
  const may = (permission: (typeof session.permitted)[number]) => session.permitted.includes(permission)
  const showsSecret = (state.kind === 'live' || state.kind === 'expiring') && may('token.view')
  const headerCopyRef = useRef<HTMLButtonElement>(null)
  useCopyShortcut(() => headerCopyRef.current?.click())

  const generatedId = showsSecret ? secret.generatedId : undefined
  useEffect(() => {
    if (generatedId !== undefined) headerCopyRef.current?.focus()
  }, [generatedId])

  const kindRef = useRef(state.kind)
  useEffect(() => {
    if (state.kind === 'expired' && kindRef.current !== 'expired') say(words.expiredTitle)
    kindRef.current = state.kind
  }, [state.kind, say, words])

  return (
    <Card title={words.profileApi} advice={words.profileApiAdvice}>
      <SkipLink to={GENERATE_ID}>{words.skipToGenerate}</SkipLink>
      <Announcement said={said} />
      {!may('settings.update') && (
        <Notice id={READ_ONLY_ID} tone="info" title={words.readOnlyTitle}>
          {words.readOnlyAdvice(roleWords(session.user, messages).join(', '))}
        </Notice>
      )}
      <RequireAuthentication
        settings={settings}
        isRequired={patch.isPending ? patch.variables.isRequired : isRequired}
        isPending={patch.isPending}
        error={patch.error}
        isKnownSince={loadedAtMs > patch.submittedAt}
        readOnlyId={may('settings.update') ? undefined : READ_ONLY_ID}
        token={state}
        onChange={(asked) =>
          patch.mutate(
            { tenant: account.tenant, isRequired: asked, etag: settings.etag },
            { onSuccess: () => say(asked ? words.isOn : words.isOff) },
          )
        }
      />
      <StateNotice isRequired={isRequired} state={state} />
      <div className={styles.section}>
        {state.kind !== 'none' && <TokenFacts state={state} />}
        {showsSecret && (
          <div className={styles.fields} ref={handFocusOn}>
            <TokenFields secret={secret} headerCopyRef={headerCopyRef} />
          </div>
        )}
        <InlineFailure error={secret.view.error} />
        <GenerateToken
          state={state}
          disabledReason={reasonAgainst()}
          isPending={secret.generate.isPending}
          error={secret.generate.error}
          isKnownSince={loadedAtMs > secret.generate.submittedAt}
          onGenerate={(replaces) => secret.generateToken(replaces, () => say(words.generated))}
        />
      </div>
      {showsSecret && (
        <div className={styles.section} ref={handFocusOn}>
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
