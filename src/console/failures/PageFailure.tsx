import { ApiError } from '#client/api-error.ts'
import { useFormats, useMessages } from '../messages/MessagesProvider.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { Button } from '../ui/Button.tsx'
import { failureText, requestIdOf } from './failure-text.ts'
import styles from './PageFailure.module.css'

/** Stands in the page's place when it could not be loaded or broke. */
export function PageFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const messages = useMessages()
  const formats = useFormats()
  const { failures } = messages
  const title = error instanceof ApiError ? failures.loadFailed : failures.brokenPage
  const requestId = requestIdOf(error)
  usePageTitle(title)
  return (
    <div className={styles.failure} role="alert">
      <h1>{title}</h1>
      <p>{failureText(error, messages, formats)}</p>
      {requestId !== null && (
        <p className={styles.request}>
          {failures.requestId} <code>{requestId}</code>
        </p>
      )}
      <Button variant="primary" onClick={onRetry}>
        {failures.tryAgain}
      </Button>
    </div>
  )
}
