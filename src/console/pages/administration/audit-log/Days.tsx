import { Fragment, useMemo } from 'react'
import type { AuditEntry } from '#contract/audit.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { useServiceNow } from '../../../messages/service-clock.ts'
import styles from './Days.module.css'
import { Row } from './Row.tsx'

type Props = {
  /** The newest first. */
  entries: AuditEntry[]
  /** Id of the record that gets the focus, because it and those below it have just come. */
  focused: string | undefined
}

/** Records under the days on which they were made, in the reader's time zone. */
export function Days({ entries, focused }: Props) {
  const { locale } = useFormats()
  const time = useMemo(() => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }), [locale])

  return (
    <div className={styles.days}>
      {daysOf(entries).map((ofDay) => (
        <Fragment key={ofDay[0].id}>
          <DayHeading at={ofDay[0].at} />
          <ul>
            {ofDay.map((entry) => (
              <li key={entry.id}>
                <Row entry={entry} time={time} lineRef={entry.id === focused ? takeFocus : undefined} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </div>
  )
}

/** Always the same function, so that it is called once for a record. */
const takeFocus = (line: HTMLElement | null) => line?.focus()

function DayHeading({ at }: { at: string }) {
  const { locale } = useFormats()
  const now = new Date(useServiceNow())
  const day = new Date(at)
  const isThisYear = day.getFullYear() === now.getFullYear()
  const isToday = dayOf(at) === now.toDateString()
  const date = new Intl.DateTimeFormat(locale, {
    ...(!isToday && { weekday: 'long' }),
    ...(!isThisYear && { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
  }).format(day)
  const today = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'day')
  return <h3>{isToday ? `${today}, ${date}` : date}</h3>
}

type Day = [AuditEntry, ...AuditEntry[]]

function daysOf(entries: AuditEntry[]): Day[] {
  const days: Day[] = []
  for (const entry of entries) {
    const last = days.at(-1)
    if (last && dayOf(last[0].at) === dayOf(entry.at)) last.push(entry)
    else days.push([entry])
  }
  return days
}

const dayOf = (at: string) => new Date(at).toDateString()
