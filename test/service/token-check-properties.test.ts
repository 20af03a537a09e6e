import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { type Edit, MAX_PASTED_LENGTH, TokenCheck } from '#contract/token-check.ts'
import { newSecret } from '#service/secrets.ts'
import { readPasted } from '#service/token-check/reading.ts'
import { bytesFrom } from '../support/random.ts'
import { json, makeService } from '../support/service.ts'

const token = fc.integer().map((seed) => newSecret('tpa', bytesFrom(seed)))

/** What stands around tokens, and what copying makes of them; none of it holds a secret of its own. */
const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    'Authorization',
    'Autorización',
    'Bearer',
    'Portador',
    'Basic',
    'token',
    'tpa_',
    'TPA_',
    'eyJ',
  ),
  fc.constantFrom(
    ' ',
    '\t',
    '\n',
    '\r\n',
    ':',
    '=',
    '"',
    "'",
    '`',
    '“',
    '”',
    '\\',
    '\\"',
    '?',
    '&',
    '-H ',
    ', ',
  ),
  fc.constantFrom(
    '\u00A0',
    '\u200B',
    '\uFEFF',
    'а',
    '•••',
    '****',
    '$TOKEN',
    '<token>',
    '%5F',
    '%20',
    '%E2%80%8B',
    '%',
  ),
)
const noises = fc.array(noise, { maxLength: 12 }).map((pieces) => pieces.join(''))

/** Nothing that could be taken for more of a token, or for the beginning of another. */
const apart = fc.constantFrom('', ' ', '"', "'", '\n', ' \\\n  ')
const before = fc.constantFrom(
  '',
  'Bearer ',
  'Authorization: Bearer ',
  'TOKEN=',
  "-H 'Authorization: Bearer ",
  'a log: ',
)

/** Something that nobody meant to be in a token, and where. */
const faults = fc.array(
  fc.tuple(
    fc.integer({ min: 1, max: 52 }),
    fc.constantFrom('\u200B', '\u00A0', '\n', '\r\n', ' ', '\n> ', '\u00AD'),
  ),
  { maxLength: 4 },
)

const withFaults = (secret: string, inserted: [at: number, what: string][]) =>
  inserted
    .toSorted(([one], [other]) => other - one)
    .reduce((text, [at, what]) => text.slice(0, at) + what + text.slice(at), secret)

const mended = (text: string, edits: Edit[]) =>
  edits
    .toReversed()
    .reduce((line, { start, end, insert }) => line.slice(0, start) + insert + line.slice(end), text)

/** Every stretch of a text of that length. */
const stretches = (text: string, length: number) =>
  Array.from({ length: text.length - length + 1 }, (_, at) => text.slice(at, at + length))

describe('whatever is pasted', () => {
  it('is answered, with places that are in it', () => {
    fc.assert(
      fc.property(noises, token, noises, (head, secret, tail) => {
        for (const text of [head, head + secret + tail]) {
          for (const { start, end, character } of readPasted(text).findings) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThanOrEqual(start)
            expect(end).toBeLessThanOrEqual(text.length)
            expect(character).toBe(Array.from(text.slice(0, start)).length + 1)
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('of a token the answer repeats no more than its last four, and four more letters to mend it', async () => {
    const service = makeService()
    const ana = await service.as('approver', 'Ana')
    await fc.assert(
      fc.asyncProperty(noises, token, faults, noises, async (head, secret, inserted, tail) => {
        const text = (head + withFaults(secret, inserted) + tail)
          .replaceAll('\0', '')
          .slice(0, MAX_PASTED_LENGTH)
        const response = await ana('/console/v1/token-check', json('POST', { text }))
        const answer = await response.text()

        expect(response.status).toBe(200)
        const { secret: told } = v.parse(TokenCheck, JSON.parse(answer))
        const body = secret.slice(4)
        expect(stretches(body, 5).filter((stretch) => answer.includes(stretch))).toEqual([])
        const inserts = (told?.edits ?? []).filter(({ insert }) => insert.length === 1 && insert !== ' ')
        expect(inserts.length).toBeLessThanOrEqual(4)
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})

describe('a token, whatever line it stands in', () => {
  it('is found, and nothing is wrong with it where nothing was done to it', () => {
    fc.assert(
      fc.property(noises, apart, token, apart, noises, (head, gap, secret, end, tail) => {
        const found = readPasted(head + gap + secret + end + tail).secret
        expect(found?.secret).toBe(secret)
      }),
      { numRuns: 2000 },
    )
  })

  it('is found with what does not belong in it, and the mended line is without fault', () => {
    fc.assert(
      fc.property(before, token, faults, (head, secret, inserted) => {
        const text = head + withFaults(secret, inserted)
        const read = readPasted(text)
        const line = mended(text, read.secret?.edits ?? [])

        expect(read.secret?.secret).toBe(secret)
        expect(read.findings.length > 0).toBe(inserted.length > 0 || head.includes("'"))
        expect(line).toBe(head.replace(/^-H '/, '-H ') + secret)
        expect(readPasted(line).findings).toEqual([])
      }),
      {
        numRuns: 1000,
        examples: [['', newSecret('tpa', bytesFrom(1)), Array.from({ length: 4 }, () => [3, '\n> '])]],
      },
    )
  })
})
