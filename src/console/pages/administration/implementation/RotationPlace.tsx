import type { OldTokens } from '#contract/implementation.ts'
import { PartPlace } from '../../../failures/PartPlace.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { handFocusOn } from './hand-focus.ts'
import type { ReceivedImplementation } from './queries.ts'
import { rotationSection } from './rotation/lazy.ts'
import { isUsable, type TokenState } from './token-state.ts'
import styles from './ProfileApi.module.css'

type Props = {
  implementation: ReceivedImplementation
  state: TokenState
  /** Old tokens that work. */
  working: OldTokens['working']
  /** Says to screen readers what the eye sees happen. */
  say: (words: string) => void
}

/** Holds the place of the old tokens and of the end of the current one, for those who may see tokens. */
export function RotationPlace({ implementation, state, working, say }: Props) {
  const { oldTokens, session } = implementation
  const rows = oldTokens.working.length + Math.min(3, oldTokens.overCount)
  const currentId = isUsable(state) ? state.token.id : null
  if ((rows === 0 && currentId === null) || !session.permitted.includes('token.view')) return null
  return (
    <div className={styles.section} ref={handFocusOn}>
      <PartPlace
        fallback={
          <Skeleton lines={rows > 0 ? 7 + 4.3 * rows : 1.43} narrow={rows > 0 ? 6.8 + 12.5 * rows : 2.74} />
        }
      >
        <rotationSection.Component
          implementation={implementation}
          currentId={currentId}
          working={working}
          say={say}
        />
      </PartPlace>
    </div>
  )
}
