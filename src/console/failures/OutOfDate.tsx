import { useEffect, useEffectEvent } from 'react'
import { useFormats, useMessages } from '../messages/MessagesProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { failureText } from './failure-text.ts'

/** How often it is tried again, beside what wakes the page: a machine is often awake before its network. */
const TRY_AGAIN_MS = 5000

/** Stands above a page that was loaded once and could not be loaded again, and tries by itself. */
export function OutOfDate({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const messages = useMessages()
  const formats = useFormats()
  const retryInSight = useEffectEvent(() => document.hidden || onRetry())
  useEffect(() => {
    const trying = setInterval(() => retryInSight(), TRY_AGAIN_MS)
    return () => clearInterval(trying)
  }, [])
  return (
    <Notice tone="warning" role="alert" title={messages.failures.outOfDate}>
      <p>{failureText(error, messages, formats)}</p>
      <Button onClick={onRetry}>{messages.failures.tryAgain}</Button>
    </Notice>
  )
}
