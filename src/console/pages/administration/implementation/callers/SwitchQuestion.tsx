import { type ReactNode, useState } from 'react'
import { firstIn } from '../../../../failures/failure-text.ts'
import { Overtaken } from '../../../../failures/Overtaken.tsx'
import { fateIn, useOvertaken } from '../../../../failures/use-overtaken.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import type { ReceivedImplementation } from '../queries.ts'
import { firstWithSettings } from '../first-with-settings.ts'
import { TurnOnQuestion } from './TurnOnQuestion.tsx'
import { useWords } from './use-words.ts'

type Props = {
  /** What is asked for, and the settings that it is about. */
  asked: { isRequired: boolean; etag: string }
  /** Whether there is a token that works. */
  hasToken: boolean
  implementation: ReceivedImplementation
  /** Whether it is being done: what changes then is its own doing. */
  isPending: boolean
  error: unknown
  /** Tells of that, and what is so now. */
  failure: ReactNode
  /** As of `Dialog`. */
  returnFocusTo?: readonly string[]
  onConfirm: () => Promise<unknown>
  onClose: () => void
}

/** Thrown either way, calls start to fail or to get in; it says which before. */
export default function SwitchQuestion(props: Props) {
  const { asked, hasToken, implementation, isPending, error, ...rest } = props
  const { settings, callers } = implementation
  const words = useWords()
  const [seen] = useState(settings)
  const isOther = settings.etag !== asked.etag
  if (useOvertaken(isOther && !isPending ? 'changed' : null, error)) {
    const title = asked.isRequired ? words.turnOnTitle : words.turnOffTitle
    return (
      <Overtaken
        title={title}
        close={words.close}
        first={firstIn(error) ?? firstWithSettings(settings, seen)}
        returnFocusTo={rest.returnFocusTo}
        onClose={rest.onClose}
      >
        {error !== null && fateIn(error) === null && rest.failure}
      </Overtaken>
    )
  }
  if (asked.isRequired) return <TurnOnQuestion hasToken={hasToken} expected={callers} {...rest} />
  return (
    <ConfirmDialog
      title={words.turnOffTitle}
      confirm={words.turnOff}
      cancel={words.cancel}
      isDangerous
      {...rest}
    >
      <p>{words.turnOffAdvice}</p>
      {hasToken && <p>{words.turnOffKeeps}</p>}
    </ConfirmDialog>
  )
}
