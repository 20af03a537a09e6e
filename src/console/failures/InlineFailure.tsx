import { useFormats, useMessages } from '../messages/MessagesProvider.tsx'
import { Notice } from '../ui/Notice.tsx'
import { failureText, requestIdOf } from './failure-text.ts'

/** Why the control beside it did not do what was asked; nothing while there is no error. */
export function InlineFailure({ error }: { error: unknown }) {
  const messages = useMessages()
  const formats = useFormats()
  if (error === null || error === undefined) return null
  const requestId = requestIdOf(error)
  return (
    <Notice tone="error" role="alert" title={failureText(error, messages, formats)}>
      {requestId !== null && (
        <>
          {messages.failures.requestId} <code>{requestId}</code>
        </>
      )}
    </Notice>
  )
}
