import { useMemo } from 'react'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import type { Column, Period } from './periods.ts'

/** How the columns of a period are named: whole, and short below the chart, where not each has room for a name. */
export function useColumnFormats(period: Period, timeZone: string) {
  const { locale } = useFormats()
  return useMemo(() => {
    const format = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { timeZone, ...options })
    const hour = format({ weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric' })
    const day = format({ weekday: 'short', month: 'short', day: 'numeric' })
    const today = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'day')
    const shortHour = format({ hour: 'numeric' })
    const weekday = format({ weekday: 'short' })
    const dayOfMonth = format({ day: 'numeric' })
    const shortDay = format({ month: 'short', day: 'numeric' })
    return {
      nameOf: ({ startsAt, endsAt }: Column, isLast: boolean) => {
        if (period === '24h') return hour.formatRange(startsAt, endsAt)
        return isLast ? today : day.format(startsAt)
      },
      shortNameOf: ({ startsAt }: Column, isLast: boolean) => {
        if (period === '24h') return shortHour.format(startsAt)
        if (isLast) return today
        return period === '7d'
          ? `${weekday.format(startsAt)} ${dayOfMonth.format(startsAt)}`
          : shortDay.format(startsAt)
      },
    }
  }, [locale, period, timeZone])
}

/** Every which column is named below the chart, counted from the last: where there is room, and where it is narrow. */
export const NAMED: Record<Period, { wide: number; narrow: number }> = {
  '24h': { wide: 3, narrow: 6 },
  '7d': { wide: 1, narrow: 2 },
  '30d': { wide: 5, narrow: 10 },
}
