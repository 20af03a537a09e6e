import { useFormats, useMessages } from '../messages/MessagesProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { failureText } from './failure-text.ts'

/** Stands above a page that was loaded once and could not be loaded again. */
export function OutOfDate({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const messages = useMessages()
  const formats = useFormats()
  return (
    <Notice tone="warning" role="alert" title={messages.failures.outOfDate}>
      <p>{failureText(error, messages, formats)}</p>
      <Button onClick={onRetry}>{messages.failures.tryAgain}</Button>
    </Notice>
  )
}
