/** How instants and durations are written in one locale. */
export type Formats = {
  /** @param iso an instant as the service writes it, ISO 8601 */
  instant: (iso: string) => string
  date: (iso: string) => string
  /** Days, hours and minutes; under an hour minutes and seconds. @param seconds whole, 0 or more */
  duration: (seconds: number) => string
  seconds: (amount: number) => string
}

export function createFormats(locale: string): Formats {
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' })
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'long' })
  const written = (amount: number, unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount)

  return {
    instant: (iso) => instant.format(new Date(iso)),
    date: (iso) => date.format(new Date(iso)),
    seconds: (amount) => written(amount, 'second'),
    duration: (seconds) => list.format(partsOf(seconds).map(([amount, unit]) => written(amount, unit))),
  }
}

function partsOf(seconds: number): [number, string][] {
  const days: [number, string] = [Math.floor(seconds / 86_400), 'day']
  const hours: [number, string] = [Math.floor(seconds / 3600) % 24, 'hour']
  const minutes: [number, string] = [Math.floor(seconds / 60) % 60, 'minute']
  if (seconds >= 86_400) return [days, hours, minutes]
  if (seconds >= 3600) return [hours, minutes]
  const rest: [number, string] = [seconds % 60, 'second']
  return seconds >= 60 ? [minutes, rest] : [rest]
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
