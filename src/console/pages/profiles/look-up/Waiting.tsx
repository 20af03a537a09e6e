import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from './use-words.ts'

type Props = { rows: number; isPending: boolean; onLookAgain: () => void }

/** What is shown may not be the last word: batches wait that may be about this visitor. */
export function Waiting({ rows, isPending, onLookAgain }: Props) {
  const words = useWords()
  const { number } = useFormats()
  return (
    <Notice tone="warning" icon="clock" title={words.waiting(rows, number(rows))}>
      <p>{words.mayBeOfThis}</p>
      <Button isPending={isPending} onClick={onLookAgain}>
        {words.lookAgain}
      </Button>
    </Notice>
  )
}
