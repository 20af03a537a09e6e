import { useFormats } from '../messages/MessagesProvider.tsx'
import { useServiceNow } from '../messages/service-clock.ts'

type Props = {
  /** ISO 8601. */
  at: string
  /** Whether it says its time zone itself; else its card does, once (`TimeZone`). */
  isAlone?: boolean
}

/** An instant as one speaks of it, going on by itself. */
export function Moment({ at, isAlone }: Props) {
  const { when } = useFormats()
  return <time dateTime={at}>{when(at, useServiceNow(), isAlone)}</time>
}
