import { ApiError } from '#client/api-error.ts'
import { InlineFailure } from '../../failures/InlineFailure.tsx'
import { requestIdOf } from '../../failures/failure-text.ts'
import { useMessages } from '../../messages/MessagesProvider.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { providerRefusalOf } from './refusals.ts'
import { useWords } from './use-words.ts'

/** Why somebody was not signed in; nothing while there is no error. */
export function SignInFailure({ error }: { error: unknown }) {
  const words = useWords()
  const messages = useMessages()
  const refusal = error instanceof ApiError ? providerRefusalOf(error.code) : undefined
  if (refusal === undefined) return <InlineFailure error={error} />
  const requestId = requestIdOf(error)
  return (
    <Notice tone="error" role="alert" title={words.refusals[refusal]}>
      {requestId !== null && (
        <p>
          {messages.failures.requestId} <code translate="no">{requestId}</code>
        </p>
      )}
    </Notice>
  )
}
