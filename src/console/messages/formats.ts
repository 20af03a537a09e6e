/** How instants and durations are written in one locale. */
export type Formats = {
  /** For what a page writes in a way of its own. */
  locale: string
  /** For a sentence, or alone: written out, with its time zone. @param iso an instant as the service writes it, ISO 8601 */
  instant: (iso: string) => string
  /** For a column, whose page or box says the time zone once (`TimeZone`). */
  shortInstant: (iso: string) => string
  date: (iso: string) => string
  /**
   * An instant as one speaks of it: seconds or minutes ago and at what time, the time on the same day, else date and time.
   *
   * @param now milliseconds since 1970
   * @param isAlone with its date and time zone, where nothing else says that
   */
  when: (iso: string, now: number, isAlone?: boolean) => string
  /** How long ago it was, in whole days, hours, minutes or seconds. @param now milliseconds since 1970 */
  ago: (iso: string, now: number) => string
  number: (amount: number) => string
  /** Things in a sentence, with its word for “and” before the last. */
  list: (things: readonly string[]) => string
  /** Days, hours and minutes; under an hour minutes and seconds. Those that are zero are left out. @param seconds whole, 0 or more */
  duration: (seconds: number) => string
  seconds: (amount: number) => string
}

/** By which the service's clock may be ahead of what a page takes it to be: whole seconds come with its answers, and are counted on. */
const UNSURE_SECONDS = 2

export function createFormats(locale: string): Formats {
  const shortInstant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' })
  const instant = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const before = new Intl.RelativeTimeFormat(locale)
  const number = new Intl.NumberFormat(locale)
  const list = new Intl.ListFormat(locale)
  const units = new Intl.ListFormat(locale, { type: 'unit', style: 'long' })
  const written = (amount: number, unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount)

  const ago = (iso: string, now: number) => {
    const [[amount, unit]] = partsOf(secondsSince(iso, now))
    return before.format(-Math.max(1, amount), unit)
  }
  const instantOf = (iso: string) => instant.format(new Date(iso))
  const short = (at: Date) => unbroken(shortInstant.format(at))
  const timeOf = (at: Date) => unbroken(time.format(at))

  return {
    locale,
    instant: instantOf,
    shortInstant: (iso) => short(new Date(iso)),
    number: (amount) => number.format(amount),
    list: (things) => list.format(things),
    ago,
    when: (iso, now, isAlone) => {
      const at = new Date(iso)
      const seconds = secondsSince(iso, now)
      if (seconds >= 0 && seconds < 3600) return `${ago(iso, now)} (${isAlone ? instantOf(iso) : timeOf(at)})`
      if (isAlone) return instantOf(iso)
      if (at.toDateString() === new Date(now).toDateString())
        return `${relative.format(0, 'day')}, ${timeOf(at)}`
      return short(at)
    },
    date: (iso) => date.format(new Date(iso)),
    seconds: (amount) => written(amount, 'second'),
    duration: (seconds) => units.format(partsOf(seconds).map(([amount, unit]) => written(amount, unit))),
  }
}

/** With its “AM” in the line of its time. */
const unbroken = (text: string) => text.replace(/\s(?=[AP]M$)/i, '\u00A0')

function secondsSince(iso: string, now: number): number {
  const seconds = Math.floor((now - Date.parse(iso)) / 1000)
  return seconds < 0 && seconds >= -UNSURE_SECONDS ? 0 : seconds
}

type Part = [number, 'day' | 'hour' | 'minute' | 'second']

function partsOf(seconds: number): [Part, ...Part[]] {
  const rest: Part = [seconds % 60, 'second']
  const whole: Part[] = [
    [Math.floor(seconds / 86_400), 'day'],
    [Math.floor(seconds / 3600) % 24, 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
  ]
  const parts = seconds >= 3600 ? whole : [...whole, rest]
  const [first = rest, ...others] = parts.filter(([amount]) => amount > 0)
  return [first, ...others]
}

/**
 * The browser's own variant of the console's language, so that dates look as their reader writes them. Tags that
 * `Intl` throws on are passed over: a browser can call itself `en-US@posix`.
 */
export function negotiateLocale(language: string, preferred: readonly string[]): string {
  return preferred.find((tag) => isLocaleOf(language, tag)) ?? language
}

function isLocaleOf(language: string, tag: string): boolean {
  try {
    return new Intl.Locale(tag).language === new Intl.Locale(language).language
  } catch {
    return false
  }
}
