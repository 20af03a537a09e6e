import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../request-context.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { patchSettingsMutation, type ReceivedImplementation } from './queries.ts'
import { isUsable, type TokenState } from './token-state.ts'
import { useWords } from './use-words.ts'

type Props = {
  implementation: ReceivedImplementation
  /** As of `ProfileApi`. */
  loadedAtMs: number
  token: TokenState
  /** Id of the notice that says why the switch is disabled; undefined when it is not. */
  readOnlyId: string | undefined
  /** Says to screen readers what the eye sees happen. */
  say: (words: string) => void
}

/** The switch. Thrown either way, calls start to fail or to get in; it says which before. */
export function RequireAuthentication({ implementation, loadedAtMs, token, readOnlyId, say }: Props) {
  const { account, settings } = implementation
  const { changedAt, changedBy, etag } = settings
  const words = useWords()
  const { instant } = useFormats()
  /** With the settings that the question is about: others may have changed when it is answered. */
  const [asked, setAsked] = useState<{ isRequired: boolean; etag: string } | null>(null)
  const patch = useMutation(patchSettingsMutation(useRequest()))
  const { isPending, error } = patch
  const isRequired = isPending ? patch.variables.isRequired : settings.enableProfileApiAuthentication
  const lastChange =
    changedAt !== null && changedBy !== null && words.changedBy(instant(changedAt), changedBy)
  const change = (to: { isRequired: boolean; etag: string }) =>
    patch.mutate(
      { tenant: account.tenant, ...to },
      { onSuccess: () => say(to.isRequired ? words.isOn : words.isOff) },
    )

  return (
    <>
      <Switch
        label={words.requireAuthentication}
        id="require-authentication"
        description={
          isPending ? (
            words.saving
          ) : (
            <>
              {isRequired ? words.letsInWithToken : words.letsInEveryone} {lastChange}
            </>
          )
        }
        isOn={isRequired}
        isPending={isPending}
        isDisabled={readOnlyId !== undefined}
        reasonId={readOnlyId}
        onChange={(isOn) => setAsked({ isRequired: isOn, etag })}
      />
      <InlineFailure
        error={error}
        outcome={loadedAtMs > patch.submittedAt && (isRequired ? words.isOn : words.isOff)}
      />
      {asked !== null && asked.isRequired !== isRequired && (
        <Question
          isRequired={asked.isRequired}
          token={token}
          onConfirm={() => change(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

type QuestionProps = { isRequired: boolean; token: TokenState; onConfirm: () => void; onClose: () => void }

function Question({ isRequired, token, ...rest }: QuestionProps) {
  const words = useWords()
  const hasUsableToken = isUsable(token)
  if (!isRequired) {
    return (
      <ConfirmDialog
        title={words.turnOffTitle}
        confirm={words.turnOff}
        cancel={words.cancel}
        isDangerous
        {...rest}
      >
        <p>{words.turnOffAdvice}</p>
        {hasUsableToken && <p>{words.turnOffKeeps}</p>}
      </ConfirmDialog>
    )
  }
  return (
    <ConfirmDialog
      title={hasUsableToken ? words.turnOnTitle : words.turnOnClosedTitle}
      confirm={words.turnOn}
      cancel={words.cancel}
      isDangerous={!hasUsableToken}
      {...rest}
    >
      <p>{hasUsableToken ? words.turnOnAdvice : words.turnOnClosedAdvice}</p>
    </ConfirmDialog>
  )
}
