import { useState } from 'react'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { PartPlace } from '../../../failures/PartPlace.tsx'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { usePrepared } from '../../../page-part.ts'
import { useRequest } from '../../../request-context.ts'
import { Switch } from '../../../ui/Switch.tsx'
import { useAct } from '../../../use-act.ts'
import { switchQuestion } from './callers/lazy.ts'
import { patchSettingsMutation, type ReceivedImplementation } from './queries.ts'
import { useWords } from './use-words.ts'

type Props = {
  implementation: ReceivedImplementation
  /** Whether there is a token that works. */
  hasToken: boolean
  /** Id of the notice that says why the switch is disabled; undefined when it is not. */
  readOnlyId: string | undefined
  /** Called once it is saved. */
  onTurned: (isOn: boolean) => void
}

/** The switch. Thrown either way, calls start to fail or to get in; it says which before. */
export function RequireAuthentication({ implementation, hasToken, readOnlyId, onTurned }: Props) {
  const { account, settings, receivedAtMs } = implementation
  const { changedAt, changedBy, etag } = settings
  const words = useWords()
  const { instant } = useFormats()
  /** With the settings that the question is about: others may have changed when it is answered. */
  const [asked, setAsked] = useState<{ isRequired: boolean; etag: string } | null>(null)
  const patch = useAct(patchSettingsMutation(useRequest()))
  const { isPending, error } = patch
  usePrepared(switchQuestion)
  const isRequired = isPending ? patch.variables.isRequired : settings.enableProfileApiAuthentication
  const lastChange =
    changedAt !== null && changedBy !== null && words.changedBy(instant(changedAt), changedBy)
  const change = async (to: { isRequired: boolean; etag: string }) => {
    await patch.mutateAsync({ tenant: account.tenant, ...to })
    onTurned(to.isRequired)
  }
  const failure = (
    <InlineFailure
      error={error}
      outcome={receivedAtMs > patch.startedAtMs && (isRequired ? words.isOn : words.isOff)}
    />
  )

  return (
    <>
      <Switch
        label={words.requireAuthentication}
        id="require-authentication"
        state={isRequired ? words.on : words.off}
        description={meaning()}
        history={lastChange}
        isOn={isRequired}
        isPending={isPending}
        isDisabled={readOnlyId !== undefined}
        reasonId={readOnlyId}
        onChange={(isOn) => {
          patch.reset()
          setAsked({ isRequired: isOn, etag })
        }}
      />
      {asked === null ? (
        failure
      ) : (
        <PartPlace>
          <switchQuestion.Component
            asked={asked}
            hasToken={hasToken}
            implementation={implementation}
            isPending={isPending}
            error={error}
            failure={failure}
            onConfirm={() => change(asked)}
            onClose={() => setAsked(null)}
          />
        </PartPlace>
      )}
    </>
  )
  function meaning() {
    if (isPending) return words.saving
    return isRequired ? words.letsInWithToken : words.letsInEveryone
  }
}
