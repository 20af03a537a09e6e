import { describe, expect, it } from 'vitest'
import { createFormats, negotiateLocale } from '#console/messages/formats.ts'

describe('a duration', () => {
  it.each([
    [62 * 86_400 + 9 * 3600 + 53 * 60 + 59, '62 days, 9 hours, 53 minutes'],
    [86_400, '1 day'],
    [86_400 + 240, '1 day, 4 minutes'],
    [86_399, '23 hours, 59 minutes'],
    [3600, '1 hour'],
    [3599, '59 minutes, 59 seconds'],
    [60, '1 minute'],
    [59, '59 seconds'],
    [1, '1 second'],
    [0, '0 seconds'],
  ])('of %i seconds reads %s', (seconds, text) => {
    expect(createFormats('en').duration(seconds)).toBe(text)
  })

  it('is written as each language does', () => {
    const seconds = 62 * 86_400 + 9 * 3600 + 26 * 60

    const texts = ['es', 'fr', 'pt-BR', 'sv'].map((locale) =>
      createFormats(locale).duration(seconds).replaceAll('\u00a0', ' '),
    )

    expect(texts).toEqual([
      '62 días, 9 horas y 26 minutos',
      '62 jours, 9 heures et 26 minutes',
      '62 dias, 9 horas e 26 minutos',
      '62 dygn, 9 timmar, 26 minuter',
    ])
  })
})

describe('the locale', () => {
  it('is the variant of the language that the browser prefers', () => {
    expect(negotiateLocale('en', ['sv-SE', 'en-GB', 'en-US'])).toBe('en-GB')
  })

  it.each([[['en-US@posix']], [['', 'C']], [['sv']], [[]]])(
    'is the language itself where the browser names %j',
    (preferred) => {
      expect(negotiateLocale('en', preferred)).toBe('en')
    },
  )
})

describe('an instant as one speaks of it', () => {
  const now = new Date(2026, 11, 11, 15, 28, 0).getTime()
  const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString()

  it.each([
    [-3, 'today, 3:28 PM'],
    [-2, '1 second ago (3:28 PM)'],
    [0, '1 second ago (3:28 PM)'],
    [20, '20 seconds ago (3:27 PM)'],
    [60, '1 minute ago (3:27 PM)'],
    [3599, '59 minutes ago (2:28 PM)'],
    [3600, 'today, 2:28 PM'],
    [15.4 * 3600, 'today, 12:04 AM'],
    [16 * 3600, 'Dec 10, 2026, 11:28 PM'],
    [-600, 'today, 3:38 PM'],
  ])('%i seconds before reads %s', (seconds, text) => {
    expect(createFormats('en').when(ago(seconds), now).replaceAll(/\s/g, ' ')).toBe(text)
  })

  it.each([
    [60, /^1 minute ago \(December 11, 2026 at 3:27 PM \S+\)$/],
    [3600, /^December 11, 2026 at 2:28 PM \S+$/],
    [16 * 3600, /^December 10, 2026 at 11:28 PM \S+$/],
  ])('%i seconds before says its time zone where it stands alone', (seconds, text) => {
    expect(createFormats('en').when(ago(seconds), now, true).replaceAll(/\s/g, ' ')).toMatch(text)
  })

  it.each([
    [0, '1 second ago'],
    [59, '59 seconds ago'],
    [3599, '59 minutes ago'],
    [86_399, '23 hours ago'],
    [40 * 86_400, '40 days ago'],
  ])('%i seconds before was %s', (seconds, text) => {
    expect(createFormats('en').ago(ago(seconds), now)).toBe(text)
  })

  it('has its time of day in one line', () => {
    expect(createFormats('en').when(ago(3600), now)).toMatch(/\d\u00A0PM$/)
    expect(createFormats('en').shortInstant(ago(0))).toMatch(/\d\u00A0PM$/)
  })

  it('is written out with its time zone in a sentence', () => {
    expect(createFormats('en').instant(ago(0))).toMatch(/^December 11, 2026 at 3:28\sPM \S+$/)
    expect(createFormats('sv').instant(ago(0))).toMatch(/^11 december 2026 kl\. 15:28 \S+$/)
  })
})
