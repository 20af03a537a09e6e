import { useFormats } from '../messages/MessagesProvider.tsx'
import { useServiceNow } from '../messages/service-clock.ts'

/** An instant as one speaks of it, going on by itself, with date and time zone in reach. @param at ISO 8601 */
export function Moment({ at }: { at: string }) {
  const { when, instant } = useFormats()
  return (
    <time dateTime={at} title={instant(at)}>
      {when(at, useServiceNow())}
    </time>
  )
}
