import { Overtaken } from '../../../../failures/Overtaken.tsx'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { useEver } from '../../../../ui/use-ever.ts'
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
  onConfirm: () => void
  onClose: () => void
}

/** Thrown either way, calls start to fail or to get in; it says which before. */
export default function SwitchQuestion({ asked, hasToken, implementation, ...rest }: Props) {
  const { settings, callers } = implementation
  const words = useWords()
  if (useEver(settings.etag !== asked.etag)) {
    const title = asked.isRequired ? words.turnOnTitle : words.turnOffTitle
    return (
      <Overtaken
        title={title}
        close={words.close}
        first={firstWithSettings(settings)}
        onClose={rest.onClose}
      />
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
