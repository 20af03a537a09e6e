import { ApiError } from '#client/api-error.ts'
import { useFormats, useMessages } from '../messages/MessagesProvider.tsx'
import { Notice } from '../ui/Notice.tsx'
import { signedOutKind } from '../session.ts'
import { isNotFresh } from '../stepping-up.ts'
import { failureText, requestIdOf } from './failure-text.ts'

type Props = {
  error: unknown
  /**
   * Of an act that may have been done though it failed: what is true now. Until that is known (false) it is said that it
   * is not; left out where nothing can have been done.
   */
  outcome?: string | false
}

/**
 * Why the control beside it did not do what was asked; nothing while there is no error, nor for one that leads to sign-in,
 * nor where the person was asked to sign in again and would not.
 */
export function InlineFailure({ error, outcome }: Props) {
  const messages = useMessages()
  const formats = useFormats()
  if (error === null || error === undefined || signedOutKind(error) || isNotFresh(error)) return null
  const requestId = requestIdOf(error)
  const mayBeDone = outcome !== undefined && !(error instanceof ApiError && error.kind === 'refused')
  return (
    <Notice tone="error" role="alert" title={failureText(error, messages, formats)}>
      {mayBeDone && <p>{outcome === false ? messages.failures.notKnown : outcome}</p>}
      {requestId !== null && (
        <p>
          {messages.failures.requestId} <code translate="no">{requestId}</code>
        </p>
      )}
    </Notice>
  )
}
