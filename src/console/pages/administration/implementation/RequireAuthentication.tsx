import { useState } from 'react'
import type { Implementation } from '#contract/implementation.ts'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { useFormats, useMessages } from '../../../messages/MessagesProvider.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import type { TokenState } from './token-state.ts'

type Props = {
  settings: Implementation['settings']
  /** As asked for while a change is on its way, else as the service has it. */
  isRequired: boolean
  isPending: boolean
  error: unknown
  /** Whether `settings` came after the error, and so tell what became of the change. */
  isKnownSince: boolean
  /** Id of the notice that says why the switch is disabled; undefined when it is not. */
  readOnlyId: string | undefined
  token: TokenState
  onChange: (isRequired: boolean) => void
}

/** The switch. Thrown either way, calls start to fail or to get in; it says which before. */
export function RequireAuthentication(props: Props) {
  const { settings, isRequired, isPending, error, isKnownSince, readOnlyId, token, onChange } = props
  const { implementation: words } = useMessages()
  const { instant } = useFormats()
  const [asked, setAsked] = useState<boolean | null>(null)
  const { changedAt, changedBy } = settings
  const lastChange =
    changedAt !== null && changedBy !== null && words.changedBy(instant(changedAt), changedBy)

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
        onChange={setAsked}
      />
      <InlineFailure error={error}>
        {isKnownSince && <p>{isRequired ? words.isOn : words.isOff}</p>}
      </InlineFailure>
      {asked !== null && asked !== isRequired && (
        <Question
          isRequired={asked}
          token={token}
          onConfirm={() => onChange(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

type QuestionProps = { isRequired: boolean; token: TokenState; onConfirm: () => void; onClose: () => void }

function Question({ isRequired, token, ...rest }: QuestionProps) {
  const { implementation: words } = useMessages()
  const isUsable = token.kind === 'live' || token.kind === 'expiring'
  if (!isRequired) {
    return (
      <ConfirmDialog title={words.turnOffTitle} confirm={words.turnOff} cancel={words.cancel} {...rest}>
        <p>{words.turnOffAdvice}</p>
        {isUsable && <p>{words.turnOffKeeps}</p>}
      </ConfirmDialog>
    )
  }
  return (
    <ConfirmDialog
      title={isUsable ? words.turnOnTitle : words.turnOnClosedTitle}
      confirm={words.turnOn}
      cancel={words.cancel}
      {...rest}
    >
      <p>{isUsable ? words.turnOnAdvice : words.turnOnClosedAdvice}</p>
    </ConfirmDialog>
  )
}
