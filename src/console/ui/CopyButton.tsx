import type { ComponentProps } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { Button } from './Button.tsx'
import type { CopyState } from './use-copy.ts'

type Props = Omit<ComponentProps<typeof Button>, 'icon' | 'otherWord' | 'isPending' | 'children'> & {
  state: CopyState
  /** What it says until something was copied. */
  word: string
}

/** A button that copies, and says itself that it has. */
export function CopyButton({ state, word, ...rest }: Props) {
  const { copied } = useMessages().copying
  const isCopied = state.kind === 'copied'
  return (
    <Button
      {...rest}
      icon={isCopied ? 'check' : 'copy'}
      otherWord={isCopied ? word : copied}
      isPending={state.kind === 'copying'}
    >
      {isCopied ? copied : word}
    </Button>
  )
}
