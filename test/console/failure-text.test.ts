import { describe, expect, it } from 'vitest'
import { ApiError } from '#client/api-error.ts'
import { TokenAct } from '#contract/errors.ts'
import { failureText } from '#console/failures/failure-text.ts'
import { en } from '#console/messages/en.ts'
import { es } from '#console/messages/es.ts'
import { createFormats } from '#console/messages/formats.ts'
import { fr } from '#console/messages/fr.ts'
import { ptBR } from '#console/messages/pt-BR.ts'
import { sv } from '#console/messages/sv.ts'

const SERVICE_WORDS = 'The words of the service.'
const catalogs = [en, es, fr, ptBR, sv].map((messages) => [messages.language, messages] as const)

describe.each(catalogs)('a refusal in %s', (language, messages) => {
  const formats = createFormats(language)
  const tell = (details: Partial<ConstructorParameters<typeof ApiError>[0]>) =>
    failureText(new ApiError({ kind: 'refused', message: SERVICE_WORDS, ...details }), messages, formats)

  it.each(['sign-in-refused', 'not-found', 'invalid-request', 'conflict', 'too-many-tokens'])(
    '%s is told in the words of the language',
    (code) => {
      expect(Object.values(messages.failures.refusals)).toContain(tell({ code }))
    },
  )

  it.each([
    ['settings.view', 'anyRole'],
    ['token.generate', 'approver'],
    ['users.manage', 'sysadmin'],
    [undefined, 'approver'],
  ] as const)('for want of %s says what it takes', (permission, words) => {
    expect(tell({ code: 'forbidden', permission })).toBe(messages.failures.refusals.forbidden[words])
  })

  it('of too many attempts says how long to wait', () => {
    const text = tell({ code: 'too-many-requests', status: 429, retryAfterSeconds: 43 })

    expect(text).toBe(messages.failures.refusals.tooManyAttempts(formats.seconds(43)))
    expect(text).toContain('43')
  })

  it('of an unknown kind adds the words of the service', () => {
    expect(tell({ code: 'brand-new' })).toBe(messages.failures.refused(SERVICE_WORDS))
  })

  it('names who was first, what they did, and when as the language writes it', () => {
    const done = { by: 'Olivia Park', at: '2026-11-21T09:00:00Z' }
    const firsts = [
      { changed: 'settings', ...done } as const,
      ...TokenAct.options.map((act) => ({ changed: 'token', act, ...done }) as const),
    ]

    const texts = firsts.map((first) => tell({ code: 'conflict', first }))

    for (const text of texts) {
      expect(text).toContain('Olivia Park')
      expect(text).toContain(formats.instant(done.at))
    }
    expect(new Set(texts).size).toBe(4)
  })

  it.each(['failed', 'unreachable', 'unreadable'] as const)(
    'that is none, but %s, is told as such',
    (kind) => {
      expect(tell({ kind, code: kind === 'failed' ? 'internal' : '' })).toBe(messages.failures[kind])
    },
  )
})

it('blames the console for anything else', () => {
  expect(failureText(new TypeError('x is undefined'), en, createFormats('en'))).toBe(
    en.failures.brokenPageAdvice,
  )
})
