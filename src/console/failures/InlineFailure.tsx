import type { ReactNode } from 'react'
import { useFormats, useMessages } from '../messages/MessagesProvider.tsx'
import { Notice } from '../ui/Notice.tsx'
import { signedOutKind } from '../session.ts'
import { failureText, requestIdOf } from './failure-text.ts'

/**
 * Why the control beside it did not do what was asked; nothing while there is no error, nor for one that leads to sign-in.
 *
 * @param children what is true now, once it is known
 */
export function InlineFailure({ error, children }: { error: unknown; children?: ReactNode }) {
  const messages = useMessages()
  const formats = useFormats()
  if (error === null || error === undefined || signedOutKind(error)) return null
  const requestId = requestIdOf(error)
  return (
    <Notice tone="error" role="alert" title={failureText(error, messages, formats)}>
      {children}
      {requestId !== null && (
        <p>
          {messages.failures.requestId} <code translate="no">{requestId}</code>
        </p>
      )}
    </Notice>
  )
}
