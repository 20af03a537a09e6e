import * as fc from 'fast-check'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { storeKinds } from '../storage/store-kinds.ts'
import { makeService } from '../support/service.ts'
import { operations } from '#contract/features.ts'
import { readRows, textRows } from '#batch-file/batch-rows.ts'

/** Anything Unicode can write, and more often what a parser or an object stumbles over. NUL has a test of its own. */
const text = (constraints: fc.StringConstraints) =>
  fc
    .oneof(
      {
        weight: 1,
        arbitrary: fc.constantFrom('__proto__', 'constructor', '%', '%41', '+', ',', '"', "'", '{}'),
      },
      { weight: 9, arbitrary: fc.string({ unit: 'binary', ...constraints }) },
    )
    .filter((value) => !value.includes('\0'))

const profileId = text({ minLength: 1, maxLength: 40 }).filter((value) => !/[+/]/.test(value))

const batch = fc
  .uniqueArray(text({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 5 })
  .chain((names) =>
    fc.record({
      names: fc.constant(names),
      idKind: fc.constantFrom('pcId', 'thirdPartyId'),
      rows: fc.array(
        fc.record({ id: profileId, values: fc.array(text({ maxLength: 60 }), { maxLength: names.length }) }),
        { minLength: 1, maxLength: 30 },
      ),
      lineEnd: fc.constantFrom('\n', '\r\n', ' \n'),
    }),
  )

type Row = { id: string; values: string[] }

/** What a reader must see: per id the last value of each name; empty ones give nothing. */
function merged(names: string[], rows: Row[]): Map<string, Map<string, string>> {
  const profiles = new Map<string, Map<string, string>>()
  for (const { id, values } of rows) {
    const attributes = profiles.get(id) ?? new Map<string, string>()
    names.forEach((name, column) => {
      const value = values[column] ?? ''
      if (value !== '') attributes.set(name, value)
    })
    profiles.set(id, attributes)
  }
  return profiles
}

async function attributesIn(answer: Response): Promise<Map<string, string>> {
  if (answer.status === 404) return new Map()
  const profile: { profileAttributes: Record<string, { value: string }> } = await answer.json()
  return new Map(Object.entries(profile.profileAttributes).map(([name, { value }]) => [name, value]))
}

describe.each(storeKinds)('over $kind', ({ open }) => {
  it('any rows that go in percent-encoded come out as the same attributes', async () => {
    const service = makeService(await open())
    let run = 0
    await fc.assert(
      fc.asyncProperty(batch, async ({ names, idKind, rows: drawn, lineEnd }) => {
        run += 1
        const rows = drawn.map(({ id, values }) => ({ id: `${run}:${id}`, values }))
        const line = (cells: string[]) => cells.map(encodeURIComponent).join() + lineEnd
        const lines = rows.map(({ id, values }) => line([id, ...values]))
        const body = `batch=${line([idKind, ...names])}${lines.join('')}`

        const answer = await service.call('/m2/acme/v2/profile/batchUpdate', { method: 'POST', body })
        expect(await answer.text()).toContain('<success>true</success>')
        await service.applyBatches()

        for (const [id, attributes] of merged(names, rows)) {
          const path = `${idKind === 'pcId' ? '' : 'thirdPartyId/'}${encodeURIComponent(id)}`
          const read = await service.call(`/rest/v1/profiles/${path}?client=acme`)
          expect(await attributesIn(read)).toEqual(attributes)
        }
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})

/** What cells are made of: what a batch escapes, what it should have escaped, and escapes that are none. */
const pieces = fc.oneof(
  fc.constantFrom(
    'a',
    '0',
    ' ',
    '\t',
    '\r',
    ',',
    '\n',
    '+',
    '"',
    '\\',
    'ö',
    '名',
    '😀',
    '\u00A0',
    '\uFEFF',
    '\u001F',
    'batch=pcId',
  ),
  fc.constantFrom(
    '%20',
    '%2c',
    '%0A',
    '%22',
    '%5C',
    '%C3%B6',
    '%E5%90%8D',
    '%F0%9F%98%80',
    '%EF%BB%BF',
    '%1f',
    '%7F',
  ),
  fc.constantFrom('\0', '%', '%4', '%zz', '%00', '%80', '%C3', '%C3ö', '%ED%A0%80', '%F5%80%80%80', '%C0%80'),
)

/** The rows as a plain reader finds them, or the number of the first line that has something wrong about it. */
function plainlyRead(lines: string, mostCells: number) {
  const rows: { line: number; id: string; values: string[] }[] = []
  for (const [index, lineText] of lines.split('\n').entries()) {
    const line = index + 2
    const cells = lineText.split(',').map((cell) => cell.replaceAll(/^[\t\v\f\r ]+|[\t\v\f\r ]+$/g, ''))
    const isSecondHeader = cells.some((cell) => /batch=(pcId|thirdPartyId)$/.test(cell))
    if (isSecondHeader || /\r[^\r]/.test(lineText) || cells.some((cell) => cell.startsWith('"'))) return line
    if (cells.every((cell) => cell === '')) continue
    try {
      const [id = '', ...values] = cells.map(decodeURIComponent)
      const isWrong = cells.length > mostCells || /[+/]/.test(id) || id === '' || /\0|%00/.test(lineText)
      if (isWrong) return line
      rows.push({ line, id, values })
    } catch {
      return line
    }
  }
  return rows
}

it('lines are read byte by byte as a plain reader would read them', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (drawn) => {
      const lines = drawn.join('')
      const read = () => [...textRows(readRows(new TextEncoder().encode(lines), 2, 2))]
      const expected = plainlyRead(lines, 3)
      if (typeof expected === 'number') expect(read).toThrow(`Line ${expected}`)
      else expect(read()).toEqual(expected)
    }),
    { numRuns: 20_000 },
  )
})

/** Bytes of any kind, some of them after the beginning of what is expected there. */
const soup = fc
  .tuple(
    fc.constantFrom(
      '',
      'batch=',
      'batch=pcId,a\n',
      'batch=pcId,a,b\n1,',
      'mboxPC=1&profile.a=',
      '{"',
      '{"code":',
    ),
    fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.json().map((json) => new TextEncoder().encode(json)),
    ),
  )
  .map(([beginning, bytes]) => new Uint8Array([...new TextEncoder().encode(beginning), ...bytes]))

const MEDIA_TYPES = [
  'application/x-www-form-urlencoded',
  'application/json',
  'application/vnd.adobe.target.v1+json',
  'text/plain',
  'multipart/form-data; boundary=x',
  '',
]

it('any byte soup gets an answer that is no fault of ours', async () => {
  const service = makeService()
  const asSysadmin = await service.as('sysadmin')
  const segment = fc.oneof(
    fc.constantFrom('acme', 'client', 'me'),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  const request = fc.record({
    operation: fc.constantFrom(...operations),
    segment,
    query: fc.oneof(
      fc.constantFrom(
        '',
        'client=acme',
        'authorizationScope=profile_api',
        'mboxPC=1&profile.a=1',
        'batchId=1',
      ),
      fc.webQueryParameters(),
    ),
    mediaType: fc.constantFrom(...MEDIA_TYPES),
    charset: fc.constantFrom(
      '',
      '; charset=iso-8859-1',
      '; charset=utf-16',
      '; charset=shift_jis',
      '; charset=x',
    ),
    coding: fc.constantFrom('identity', 'identity', 'identity', 'gzip', 'br', 'zstd'),
    isCoded: fc.boolean(),
    body: soup,
  })
  await fc.assert(
    fc.asyncProperty(request, async ({ operation, segment: given, query, mediaType, charset, ...sent }) => {
      const { coding, isCoded, body } = sent
      const path = operation.path.replaceAll(/:\w+/g, () => encodeURIComponent(given))
      const isRead = operation.method === 'GET'
      const answer = await asSysadmin(`${path}?${query}`, {
        method: operation.method,
        headers: {
          'Content-Type': `${mediaType}${charset}`,
          'Content-Encoding': coding,
          Origin: 'http://console.test',
        },
        ...(isRead ? {} : { body: isCoded && coding === 'gzip' ? new Uint8Array(gzipSync(body)) : body }),
      })
      expect(answer.status).toBeLessThan(500)
    }),
    { numRuns: 3000 },
  )
}, 60_000)
