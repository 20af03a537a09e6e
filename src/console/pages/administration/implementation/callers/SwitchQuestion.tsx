import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import type { ReceivedImplementation } from '../queries.ts'
import { TurnOnQuestion } from './TurnOnQuestion.tsx'
import { useWords } from './use-words.ts'

type Props = {
  /** What is asked for. */
  isRequired: boolean
  /** Whether there is a token that works. */
  hasToken: boolean
  /** What the page knows of who calls. */
  callers: ReceivedImplementation['callers']
  onConfirm: () => void
  onClose: () => void
}

/** Thrown either way, calls start to fail or to get in; it says which before. */
export default function SwitchQuestion({ isRequired, hasToken, callers, ...rest }: Props) {
  const words = useWords()
  if (isRequired) return <TurnOnQuestion hasToken={hasToken} expected={callers} {...rest} />
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
