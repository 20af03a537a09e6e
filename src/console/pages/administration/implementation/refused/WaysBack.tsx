import { useState } from 'react'
import type { RefusedSinceChange, RefusedToken } from '#contract/refused-calls.ts'
import { PartPlace } from '../../../../failures/PartPlace.tsx'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { usePrepared } from '../../../../page-part.ts'
import { Button } from '../../../../ui/Button.tsx'
import { switchQuestion } from '../callers/lazy.ts'
import { GENERATE_ID } from '../hand-focus.ts'
import { type ReceivedImplementation, useIsSettingsChanging } from '../queries.ts'
import { NotDone } from './Outcome.tsx'
import { isUsable, useTokenState, useWorking } from '../token-state.ts'
import styles from './RefusedCard.module.css'
import { shortOf, TokenText } from './TokenText.tsx'
import type { WayBack } from './use-way-back.ts'
import { useWords } from './use-words.ts'

/** What takes the button's place takes the focus. */
const LEFT_TO_DONE: string[] = []

type Props = { implementation: ReceivedImplementation; refused: RefusedSinceChange; way: WayBack }

/** What would let the refused calls in, how many of them, and the buttons for it. */
export function WaysBack({ implementation, refused, way }: Props) {
  const { settings, token, oldTokens, receivedAtMs } = implementation
  const { calls, tokens } = refused
  const words = useWords()
  const isCurrentUsable = isUsable(useTokenState(token, receivedAtMs))
  const hasToken = useWorking(oldTokens).length > 0 || isCurrentUsable
  const isSettingsChanging = useIsSettingsChanging()
  /** With the settings that the question is about. */
  const [askedEtag, setAskedEtag] = useState<string | null>(null)
  usePrepared(switchQuestion)
  const restorable = tokens.filter(({ canWorkAgain }) => canWorkAgain)
  const isCuredByThese = restorable.reduce((sum, one) => sum + one.calls, 0) === calls
  const needsNew = restorable.length === 0 && !hasToken
  const isRestoring = way.isPending && way.taken?.kind === 'restore' ? way.taken.token.id : null

  return (
    <div className={styles.waysBack}>
      {tokens.map((one) => (
        <Cure key={one.id} token={one} of={calls} />
      ))}
      {needsNew && <p>{words.needNew}</p>}
      {!isCuredByThese && isCurrentUsable && <p>{words.needCurrent}</p>}
      <div className={styles.buttons}>
        {restorable.map((one, index) => (
          <Button
            key={one.id}
            variant={index === 0 ? 'primary' : 'secondary'}
            icon="back"
            isPending={isRestoring === one.id}
            isDisabled={way.isPending}
            onClick={() => way.restore(one)}
          >
            {restorable.length === 1 ? (
              words.letOldWorkAgain
            ) : (
              <TokenText text={words.letWorkAgain(shortOf(one.lastFour))} lastFour={one.lastFour} />
            )}
          </Button>
        ))}
        {needsNew && (
          <Button icon="key" onClick={() => document.getElementById(GENERATE_ID)?.focus()}>
            {words.goToGenerate}
          </Button>
        )}
        <Button
          variant="asks-first"
          isPending={isSettingsChanging}
          isDisabled={way.isPending}
          onClick={() => {
            way.reset()
            setAskedEtag(settings.etag)
          }}
        >
          {words.turnOff}
        </Button>
      </div>
      {askedEtag === null ? (
        <NotDone way={way} />
      ) : (
        <PartPlace>
          <switchQuestion.Component
            asked={{ isRequired: false, etag: askedEtag }}
            hasToken={hasToken}
            implementation={implementation}
            isPending={way.isPending}
            error={way.error}
            failure={<NotDone way={way} />}
            returnFocusTo={LEFT_TO_DONE}
            onConfirm={() => way.turnOff(askedEtag)}
            onClose={() => setAskedEtag(null)}
          />
        </PartPlace>
      )}
    </div>
  )
}

/** What letting a token work again would have let in, and until when it then works; or that it never can. */
function Cure({ token, of }: { token: RefusedToken; of: number }) {
  const words = useWords()
  const { date, number } = useFormats()
  const { lastFour, calls, canWorkAgain, isEndedForGood, expiresAt } = token
  const short = shortOf(lastFour)
  if (!canWorkAgain) {
    const text = isEndedForGood ? words.endedForGood(short) : words.hasExpired(short)
    return (
      <p>
        <TokenText text={text} lastFour={lastFour} />
      </p>
    )
  }
  const cures =
    calls === of ? words.wouldLetInAll(short) : words.wouldLetIn(short, calls, number(calls), number(of))
  return (
    <p>
      <TokenText text={cures} lastFour={lastFour} /> <span>{words.thenWorksUntil(date(expiresAt))}</span>
    </p>
  )
}
