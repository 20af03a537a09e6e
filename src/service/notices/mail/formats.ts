import type { Language } from '#contract/languages.ts'

type Forms = { one: string; many?: string; other: string }

/** How a language writes what stands in its sentences. */
export type MailFormats = {
  /** Date and time in UTC, for it is not known where the reader is. @param iso ISO 8601 */
  instant: (iso: string) => string
  number: (amount: number) => string
  list: (names: readonly string[]) => string
  /** The form of a counted word; `many` where millions take another one. */
  plural: (amount: number, forms: Forms) => string
}

export function mailFormats(language: Language): MailFormats {
  const instant = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  })
  const number = new Intl.NumberFormat(language)
  const list = new Intl.ListFormat(language)
  const rules = new Intl.PluralRules(language)
  return {
    instant: (iso) => instant.format(new Date(iso)),
    number: (amount) => number.format(amount),
    list: (names) => list.format(names),
    plural(amount, forms) {
      const category = rules.select(amount)
      return category === 'one' ? forms.one : ((category === 'many' ? forms.many : undefined) ?? forms.other)
    },
  }
}
