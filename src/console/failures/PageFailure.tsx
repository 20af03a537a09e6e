import { ApiError } from '#client/api-error.ts'
import { MissingPartError } from '../lazy-part.ts'
import { useFormats, useMessages } from '../messages/MessagesProvider.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { Button } from '../ui/Button.tsx'
import type { FailureProps } from './Boundary.tsx'
import { failureText, requestIdOf } from './failure-text.ts'
import { LoadAgain } from './LoadAgain.tsx'
import styles from './PageFailure.module.css'

/** Stands in the page's place when it could not be loaded or broke. */
export function PageFailure({ error, onRetry }: FailureProps) {
  const messages = useMessages()
  const formats = useFormats()
  const { failures } = messages
  const isMissing = error instanceof MissingPartError
  const ofFault = isMissing ? failures.missingPart : failures.brokenPage
  const title = error instanceof ApiError ? failures.loadFailed : ofFault
  const requestId = requestIdOf(error)
  usePageTitle(title)
  return (
    <div className={styles.failure} role="alert">
      <h1>{title}</h1>
      <p>{isMissing ? failures.missingPartAdvice : failureText(error, messages, formats)}</p>
      {requestId !== null && (
        <p className={styles.request}>
          {failures.requestId} <code translate="no">{requestId}</code>
        </p>
      )}
      {isMissing ? (
        <LoadAgain />
      ) : (
        <Button variant="primary" onClick={onRetry}>
          {failures.tryAgain}
        </Button>
      )}
    </div>
  )
}
