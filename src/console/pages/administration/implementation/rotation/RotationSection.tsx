import type { Implementation } from '#contract/implementation.ts'
import type { OldTokens as Summary } from '#contract/implementation.ts'
import { useEver } from '../../../../ui/use-ever.ts'
import { EndCurrent } from './EndCurrent.tsx'
import { OldTokens } from './OldTokens.tsx'

type Props = {
  implementation: Implementation
  /** Id of the current token, null where it does not work. */
  currentId: string | null
  /** Old tokens that work. */
  working: Summary['working']
  /** Says to screen readers what the eye sees happen. */
  say: (words: string) => void
}

/** The tokens beside the current one, what can be done about them, and how to end the current one at once. */
export default function RotationSection({ implementation, currentId, working, say }: Props) {
  const { settings, session, oldTokens } = implementation
  const mayChange = session.permitted.includes('token.generate')
  // Also once there is none left, for someone may be asked about the last one.
  const hadOld = useEver(oldTokens.working.length + oldTokens.overCount > 0)
  return (
    <>
      {hadOld && <OldTokens mayChange={mayChange} say={say} />}
      {mayChange && (
        <EndCurrent
          tokenId={currentId}
          isRequired={settings.enableProfileApiAuthentication}
          doOthersWork={working.length > 0}
          say={say}
        />
      )}
    </>
  )
}
