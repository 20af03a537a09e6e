import { MissingPartError } from '../lazy-part.ts'
import { useFormats, useMessages } from '../messages/MessagesProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { FailureProps } from './Boundary.tsx'
import { failureText, requestIdOf } from './failure-text.ts'
import { LoadAgain } from './LoadAgain.tsx'

/** Stands in the place of a part of a page when it could not be loaded or broke. */
export function PartFailure({ error, onRetry }: FailureProps) {
  const messages = useMessages()
  const formats = useFormats()
  const { failures } = messages
  const isMissing = error instanceof MissingPartError
  const requestId = requestIdOf(error)
  return (
    <Notice
      tone="error"
      role="alert"
      title={isMissing ? failures.missingPart : failureText(error, messages, formats)}
    >
      {isMissing && <p>{failures.missingPartAdvice}</p>}
      {requestId !== null && (
        <p>
          {failures.requestId} <code translate="no">{requestId}</code>
        </p>
      )}
      {isMissing ? <LoadAgain /> : <Button onClick={onRetry}>{failures.tryAgain}</Button>}
    </Notice>
  )
}
