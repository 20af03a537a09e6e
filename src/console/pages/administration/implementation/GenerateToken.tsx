import { useId, useState } from 'react'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { PartPlace } from '../../../failures/PartPlace.tsx'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { usePrepared } from '../../../page-part.ts'
import { Button } from '../../../ui/Button.tsx'
import { defaultLifetime } from './how-long/lifetime.ts'
import { GENERATE_ID } from './hand-focus.ts'
import type { Generating, ReceivedImplementation, Seen } from './queries.ts'
import { generateQuestion } from './rotation/lazy.ts'
import { isUsable, type TokenState } from './token-state.ts'
import styles from './GenerateToken.module.css'
import { useWords } from './use-words.ts'

type Props = {
  implementation: ReceivedImplementation
  state: TokenState
  /** Why no token can be generated; undefined when one can. */
  disabledReason: string | undefined
  isPending: boolean
  error: unknown
  /** Whether `state` came after the error, and so tells what became of an act that may have happened all the same. */
  isKnownSince: boolean
  /** With what was shown when the person was asked, or pressed the button. */
  onGenerate: (how: Generating) => Promise<void>
}

/**
 * Generates a token; over one that works it asks first, because calls with that one will fail. The first one is generated at
 * once, unless the person wants to choose how long it works.
 */
export function GenerateToken(props: Props) {
  const { implementation, state, disabledReason, isPending, error, isKnownSince, onGenerate } = props
  const { settings, maxTokenLifetimeSeconds } = implementation
  const words = useWords()
  const { instant, duration } = useFormats()
  const hintId = useId()
  const [asked, setAsked] = useState<Seen | null>(null)
  usePrepared(generateQuestion)
  const asksFirst = isUsable(state)
  const seen = { replaces: state.kind === 'none' ? null : state.token.id, settingsEtag: settings.etag }

  const failure = (
    <InlineFailure
      error={error}
      outcome={
        isKnownSince &&
        (state.kind === 'none'
          ? words.thereIsNoToken
          : words.currentToken(instant(state.token.createdAt), state.token.createdBy))
      }
    />
  )
  return (
    <div className={styles.generate}>
      <div className={styles.row}>
        <Button
          id={GENERATE_ID}
          variant={asksFirst ? 'secondary' : 'primary'}
          icon="key"
          isPending={isPending}
          isDisabled={disabledReason !== undefined}
          aria-describedby={hintId}
          onClick={() => {
            if (asksFirst) setAsked(seen)
            // `error` has it.
            else onGenerate(seen).catch(() => {})
          }}
        >
          {words.generate}
        </Button>
        <p id={hintId}>
          {disabledReason ??
            (asksFirst
              ? words.youChooseOverlap
              : words.worksFor(duration(defaultLifetime(maxTokenLifetimeSeconds))))}
        </p>
        {!asksFirst && disabledReason === undefined && (
          <Button variant="quiet" size="small" onClick={() => setAsked(seen)}>
            {words.chooseLifetime}
          </Button>
        )}
      </div>
      {asked ? (
        <PartPlace>
          <generateQuestion.Component
            asked={asked}
            state={state}
            implementation={implementation}
            isPending={isPending}
            failure={failure}
            onGenerate={(how) => onGenerate({ ...asked, ...how })}
            onClose={() => setAsked(null)}
          />
        </PartPlace>
      ) : (
        failure
      )}
    </div>
  )
}
