import { describe, expect, it } from 'vitest'
import { createFormats, negotiateLocale } from '#console/messages/formats.ts'

describe('a duration', () => {
  it.each([
    [62 * 86_400 + 9 * 3600 + 53 * 60 + 59, '62 days, 9 hours, 53 minutes'],
    [86_400, '1 day, 0 hours, 0 minutes'],
    [86_399, '23 hours, 59 minutes'],
    [3600, '1 hour, 0 minutes'],
    [3599, '59 minutes, 59 seconds'],
    [60, '1 minute, 0 seconds'],
    [59, '59 seconds'],
    [1, '1 second'],
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
