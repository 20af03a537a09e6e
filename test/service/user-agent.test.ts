import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { newSecret } from '#service/secrets.ts'
import { productNames } from '#service/callers/user-agent.ts'
import { randomOf } from '../support/random.ts'

it.each([
  ['curl/8.5.0', 'curl'],
  ['python-requests/2.32.3', 'python-requests'],
  ['Java-http-client/21.0.2', 'Java-http-client'],
  ['Apache-HttpClient/4.5.13 (Java/17.0.9)', 'Apache-HttpClient'],
  ['AdobeExperiencePlatformConnector/1', 'AdobeExperiencePlatformConnector'],
  ['node', 'node'],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    'Mozilla AppleWebKit Chrome Safari',
  ],
  ['one/1 two three four five six', 'one two three four'],
  ['  job\t/7  ', 'job'],
])('keeps of %j the names of the products: %j', (userAgent, names) => {
  expect(productNames(userAgent)).toBe(names)
})

it.each([
  ['nothing', ''],
  ['versions alone', '/1.0 /2'],
  ['a comment', '(ana@example.com)'],
  ['nested comments', '(a (b) ana)'],
  ['a comment without an end', '(ana curl/8'],
  ['an e-mail address', 'ana@example.com'],
  ['an address of the web', 'https://example.com/ana'],
  ['a number', '1234567'],
  ['an identifier', 'customer-20394857'],
  ['a UUID', '6b3a1f2c-5d7e-4a01-8a49-5e2c6b3a1f2c'],
  ['a token of GitHub', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'],
  ['a JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'],
  ['letters that were drawn', 'aQzXwErTyUiOpLkJhGfDsA'],
  ['a name that is too long', 'a'.repeat(33)],
])('keeps nothing of %s', (_, userAgent) => {
  expect(productNames(userAgent)).toBeNull()
})

it('keeps no secret of ours, whole or cut, wherever it stands', () => {
  const random = randomOf(7)
  const bytes = (byteCount: number) => Uint8Array.from({ length: byteCount }, () => random() * 256)
  const secret = fc
    .tuple(fc.constantFrom('tpa', 'tdb', 'tse', 'tsu'), fc.integer({ min: 9, max: 53 }))
    .map(([prefix, length]) => newSecret(prefix, bytes).slice(0, length))
  const places = [
    (text: string) => text,
    (text: string) => `curl/8.5.0 ${text}`,
    (text: string) => `Bearer ${text} job/1`,
    (text: string) => `job/${text}`,
    (text: string) => `token=${text}`,
    (text: string) => `"${text}"`,
    (text: string) => `job (${text})`,
    (text: string) => `x${text}`,
  ]

  fc.assert(
    fc.property(secret, fc.constantFrom(...places), (text, place) => {
      expect(productNames(place(text)) ?? '').not.toContain(text.slice(4))
    }),
  )
})

it('gives of any field at most four names of 32 characters, without a control character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (userAgent) => {
      expect(productNames(userAgent) ?? 'none').toMatch(/^[!-~]{1,32}(?: [!-~]{1,32}){0,3}$/)
    }),
  )
})

it('reads the beginning of a long field alone', () => {
  expect(productNames(`${' '.repeat(256)}curl`)).toBeNull()
})
