import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import type { CallersSummary } from '#contract/caller-outline.ts'
import { InlineFailure } from '../../../../failures/InlineFailure.tsx'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../../request-context.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Skeleton } from '../../../../ui/Skeleton.tsx'
import { useCloseWhenDone } from '../../../../ui/use-close-when-done.ts'
import { consequenceOf, countsOf } from './consequence.ts'
import { Consequences, NAMED } from './Consequences.tsx'
import { callersQuery } from './queries.ts'
import { useWords } from './use-words.ts'

type Props = {
  /** Whether there is a token that works. */
  hasToken: boolean
  /** What is known already, and most likely still so. */
  expected: CallersSummary | null
  /** Why it was not done, or may not have been. */
  failure: ReactNode
  onConfirm: () => Promise<unknown>
  onClose: () => void
}

/**
 * Asks before authentication is required, with who would be refused as of now. It looks as dangerous as it is; whatever is
 * not known is no reason to have the focus on the button that does it.
 */
export function TurnOnQuestion({ hasToken, expected, failure, onConfirm, onClose }: Props) {
  const words = useWords()
  const { number } = useFormats()
  const id = useId()
  const cancelRef = useRef<HTMLButtonElement>(null)
  const firstRef = useRef<HTMLButtonElement>(null)
  const { data, error, isFetchedAfterMount } = useQuery({
    ...callersQuery(useRequest(), '7d'),
    refetchOnMount: 'always',
    throwOnError: false,
  })

  const isChecking = !isFetchedAfterMount
  const facts = isChecking || error ? undefined : data
  const consequence = facts && consequenceOf(facts)
  const likely = expected === null ? { refused: 0, letIn: 0, notSeen: 0 } : countsOf(expected)
  const refusedCount = consequence?.refused.length ?? (isChecking ? likely.refused : 0)
  const isUnsure = isChecking
    ? likely.notSeen > 0
    : consequence === undefined || consequence.notSeen.length > 0 || facts?.others !== null
  const isDangerous = !hasToken || refusedCount > 0
  const isHarmless = !isDangerous && !isUnsure
  const { isPending, closeWhenDone } = useCloseWhenDone(onClose)
  const [wasHarmless] = useState(isHarmless)

  useLayoutEffect(() => {
    // Never the other way: who is about to cancel would turn it on.
    if (wasHarmless && !isHarmless && document.activeElement === firstRef.current) cancelRef.current?.focus()
  }, [wasHarmless, isHarmless])

  return (
    <Dialog
      id={id}
      title={hasToken ? words.turnOnTitle : words.turnOnClosedTitle}
      role="alertdialog"
      size="wide"
      isLong={consequence !== undefined}
      describedBy={`${id}-text ${id}-found`}
      focusRef={firstRef}
      onClose={onClose}
      buttons={
        <>
          <Button ref={wasHarmless ? cancelRef : firstRef} onClick={onClose}>
            {words.cancel}
          </Button>
          <Button
            ref={wasHarmless ? firstRef : undefined}
            variant={isDangerous ? 'danger' : 'primary'}
            icon={isDangerous ? 'alert' : undefined}
            isPending={isChecking || isPending}
            onClick={() => closeWhenDone(onConfirm())}
          >
            {refusedCount > 0 ? words.turnOnAndRefuse(refusedCount, number(refusedCount)) : words.turnOn}
          </Button>
        </>
      }
    >
      <p id={`${id}-text`}>{hasToken ? words.turnOnAdvice : words.turnOnClosedAdvice}</p>
      <output id={`${id}-found`} className={refusedCount > 0 && !isChecking ? 'visually-hidden' : undefined}>
        {isChecking ? words.checking : found()}
      </output>
      {isChecking && <Skeleton {...linesOf(likely)} />}
      <InlineFailure error={isChecking ? null : error} />
      {facts && consequence && <Consequences hasToken={hasToken} facts={facts} consequence={consequence} />}
      {failure}
    </Dialog>
  )

  function found() {
    if (facts === undefined) return words.notKnown
    if (facts.knownSince === null) return words.noCallKnown
    return refusedCount === 0
      ? words.noneRefused
      : words.wouldBeRefused(refusedCount, number(refusedCount), number(facts.callers.length))
  }
}

/** Lines that a group takes for its title, and for each caller it names: wide, narrow. */
const TITLE = [2.2, 2.7] as const
const CALLER = { refused: [3.7, 5.7], notSeen: [2.8, 5.2], letIn: [1.8, 3.6] } as const

/** As high as the facts will be where they are what is expected, so that little moves when they come. */
function linesOf(counts: ReturnType<typeof countsOf>): { lines: number; narrow: number } {
  const { refused, notSeen } = counts
  const [lines, narrow] = ([0, 1] as const).map((place) =>
    (['refused', 'notSeen', 'letIn'] as const)
      .filter((group) => counts[group] > 0)
      .map((group) => TITLE[place] + CALLER[group][place] * Math.min(counts[group], NAMED[group]))
      .reduce((sum, some) => sum + some, 0),
  )
  // The last sentences, the time zone; what is said while it is asked goes where calls are refused.
  const rest = (refused + notSeen > 0 ? 4.7 : 3) - (refused > 0 ? 1.8 : 0)
  if (lines === undefined || narrow === undefined || lines === 0) return { lines: 2, narrow: 3 }
  return { lines: lines + rest, narrow: narrow + rest + 1 }
}
