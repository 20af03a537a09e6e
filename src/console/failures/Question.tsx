import type { UseMutationOptions } from '@tanstack/react-query'
import type { ComponentProps, ComponentType } from 'react'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { useAct } from '../use-act.ts'
import { firstIn } from './failure-text.ts'
import { InlineFailure } from './InlineFailure.tsx'
import { Overtaken } from './Overtaken.tsx'
import { type Fate, useOvertaken } from './use-overtaken.ts'

type Asked = Pick<
  ComponentProps<typeof ConfirmDialog>,
  'title' | 'confirm' | 'cancel' | 'isDangerous' | 'returnFocusTo' | 'onClose' | 'children'
>

type Props<Answer, Input> = Asked & {
  /** On the button under what is said once it does not fit any more. */
  close: string
  /** What it asks for. */
  mutation: UseMutationOptions<Answer, Error, Input>
  input: Input
  /** What is seen to have become of what it is about; null: nothing. */
  fate: Fate | null
  /** Tells of refusals that have words of their own. */
  Failure?: ComponentType<{ error: unknown }>
  /** Called before it closes. */
  onDone: (answer: Answer) => void
}

/**
 * Yes or no about something that others may change or remove meanwhile. It stays until what it asks for is done, says in it
 * why that was not, and is gone for good once it does not fit any more.
 */
export function Question<Answer, Input>(props: Props<Answer, Input>) {
  const { close, mutation, input, fate, Failure = UnknownOutcome, onDone, ...asked } = props
  const { mutateAsync, isPending, error } = useAct(mutation)
  const overtaken = useOvertaken(isPending ? null : fate, error)
  if (overtaken) {
    const { title, returnFocusTo, onClose } = asked
    return (
      <Overtaken
        title={title}
        close={close}
        fate={overtaken}
        first={firstIn(error)}
        returnFocusTo={returnFocusTo}
        onClose={onClose}
      />
    )
  }
  return (
    <ConfirmDialog
      {...asked}
      failure={<Failure error={error} />}
      onConfirm={async () => onDone(await mutateAsync(input))}
    />
  )
}

const UnknownOutcome = ({ error }: { error: unknown }) => <InlineFailure error={error} outcome={false} />
