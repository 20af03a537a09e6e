import { describe, expect, it } from 'vitest'
import type { Finding } from '#contract/token-check.ts'
import { readPasted } from '#service/token-check/reading.ts'
import { newSecret } from '#service/secrets.ts'
import { bytesFrom } from '../support/random.ts'

const TOKEN = newSecret('tpa', bytesFrom(1))
const OTHER = newSecret('tpa', bytesFrom(2))
const at = (index: number, inserted: string, end = index) =>
  TOKEN.slice(0, index) + inserted + TOKEN.slice(end)

/** The findings without their places, and the line once it is mended. */
function read(text: string) {
  const { findings, secret } = readPasted(text)
  const mended = secret?.edits
    ?.toReversed()
    .reduce((line, { start, end, insert }) => line.slice(0, start) + insert + line.slice(end), text)
  return {
    kinds: findings.map(({ kind }) => kind),
    findings,
    mended,
    secret: secret?.secret,
    asPasted: secret?.shownAsPasted,
  }
}

const bearer = (secret: string) => ({ kind: 'bearer', secret })
const NONE = { kind: 'none' }
const UNREADABLE = { kind: 'malformed', problem: 'unreadable' }

describe('nothing is wrong with', () => {
  it.each([
    ['a token', TOKEN],
    ['a token and the end of its line', `${TOKEN}\r\n`],
    ['a scheme and a token', `Bearer ${TOKEN}`],
    ['a scheme in lower case, which is one too', `authorization: bearer ${TOKEN}`],
    ['a header', `Authorization: Bearer ${TOKEN}`],
    ['a header with a tab before its value', `Authorization:\tBearer ${TOKEN}`],
    ['several headers', `Host: example.com\nAuthorization: Bearer ${TOKEN}\nAccept: */*`],
    ['a line of a .env file', `PROFILE_API_AUTHORIZATION="Bearer ${TOKEN}"`],
    ['a token in a .env file', `# for the nightly job\nPROFILE_API_TOKEN=${TOKEN}\nOTHER=1`],
    ['a variable of a shell', `export TOKEN='${TOKEN}'`],
    ['a line of YAML', `  token: "${TOKEN}"`],
    ['an argument of curl', `-H 'Authorization: Bearer ${TOKEN}' \\`],
    [
      'a curl command',
      `curl -sS "https://x.example/rest" \\\n  -H "Authorization: Bearer ${TOKEN}" \\\n  -d a=1`,
    ],
    ['JSON', `{"headers":{"Authorization":"Bearer ${TOKEN}"},"body":null}`],
    ['JSON in JSON', `"{\\"Authorization\\":\\"Bearer ${TOKEN}\\"}"`],
    ['an argument with more in it', `-H "Authorization: Bearer ${TOKEN} "`],
    ['JavaScript', `    Authorization: \`Bearer ${TOKEN}\`,`],
    ['Python', `    headers={"Authorization": "Bearer ${TOKEN}"},`],
    ['a line of a log', `2026-11-27T12:00:05Z INFO sent Authorization: Bearer ${TOKEN}, status 401.`],
    ['another line of a log', `level=info authorization="Bearer ${TOKEN}" status=401`],
    ['a sentence', `The token is ${TOKEN}. Keep it!`],
  ])('%s', (_, text) => {
    const { findings, secret, mended, asPasted } = read(text)

    expect(findings).toEqual([])
    expect(secret).toBe(TOKEN)
    expect(mended).toBe(text)
    expect(asPasted).toEqual({ credentials: bearer(TOKEN), hasTokenInAddress: false })
  })
})

type Fault = [what: string, text: string, kinds: Finding['kind'][], asPasted: unknown, mended: string]

const HEADER = `Authorization: Bearer ${TOKEN}`

describe('what is wrong, what a call shows that sends it so, and the line without it', () => {
  const faults: Fault[] = [
    [
      'a no-break space behind the scheme',
      `Authorization: Bearer\u00A0${TOKEN}`,
      ['stray-character'],
      UNREADABLE,
      HEADER,
    ],
    [
      'a no-break space behind the name',
      `Authorization:\u00A0Bearer ${TOKEN}`,
      ['stray-character'],
      UNREADABLE,
      HEADER,
    ],
    ['a tab behind the scheme', `Bearer\t${TOKEN}`, ['stray-character'], UNREADABLE, `Bearer ${TOKEN}`],
    [
      'a zero-width space in the token',
      `Bearer ${at(20, '\u200B')}`,
      ['stray-character'],
      UNREADABLE,
      `Bearer ${TOKEN}`,
    ],
    ['a soft hyphen in the prefix', at(2, '\u00AD'), ['stray-character'], UNREADABLE, TOKEN],
    ['a joiner behind the token', `${HEADER}\u200D`, ['stray-character'], UNREADABLE, HEADER],
    ['a mark of byte order before the name', `\uFEFF${HEADER}`, ['stray-character'], NONE, HEADER],
    ['a line break in the token', at(30, '\n'), ['stray-character'], UNREADABLE, TOKEN],
    ['a broken line of a mail', at(30, '\r\n> '), ['stray-character'], UNREADABLE, TOKEN],
    [
      'a line break behind the scheme',
      `Authorization: Bearer\n${TOKEN}`,
      ['stray-character'],
      UNREADABLE,
      HEADER,
    ],
    ['an escaped underscore', at(3, '\\'), ['stray-character'], UNREADABLE, TOKEN],
    ['a Cyrillic letter', at(2, 'а', 3), ['look-alike'], UNREADABLE, TOKEN],
    ['a wide underscore', at(3, '＿', 4), ['look-alike'], UNREADABLE, TOKEN],
    ['a Greek letter in the name', HEADER.replace('A', 'Α'), ['look-alike'], NONE, HEADER],
    [
      'percent-encoding',
      `Bearer%20${at(3, '%5F', 4)}`,
      ['percent-encoding', 'percent-encoding'],
      UNREADABLE,
      `Bearer ${TOKEN}`,
    ],
    [
      'a percent-encoded character that nobody sees',
      at(20, '%E2%80%8B'),
      ['percent-encoding'],
      UNREADABLE,
      TOKEN,
    ],
    ['a capital letter at the beginning', at(0, 'T', 1), ['prefix-case'], bearer(at(0, 'T', 1)), TOKEN],
    ['a letter too many', `${TOKEN}x`, ['trailing'], bearer(`${TOKEN}x`), TOKEN],
    ['a full stop behind a header', `${HEADER}.`, ['trailing'], bearer(`${TOKEN}.`), HEADER],
    ['more behind a header', `${HEADER} for the job`, ['trailing'], UNREADABLE, HEADER],
    ['a Spanish header', `Autorización: Portador ${TOKEN}`, ['translated-header'], NONE, HEADER],
    [
      'a French scheme',
      `"Authorization" : "Porteur ${TOKEN}"`,
      ['translated-header'],
      NONE,
      `"Authorization" : "Bearer ${TOKEN}"`,
    ],
    [
      'a Portuguese name, written with combining accents',
      `Autorização: Bearer ${TOKEN}`.normalize('NFD'),
      ['translated-header'],
      NONE,
      HEADER,
    ],
    ['a Swedish scheme', `Bärare ${TOKEN}`, ['translated-header'], NONE, `Bearer ${TOKEN}`],
    ['a misspelt name', `Authorisation: Bearer ${TOKEN}`, ['other-name'], NONE, HEADER],
    ['the header of older clients', `access_token: ${TOKEN}`, ['other-name', 'no-scheme'], NONE, HEADER],
    ['the name twice', `Authorization: ${HEADER}`, ['repeated-name'], NONE, HEADER],
    ['no scheme', `Authorization: ${TOKEN}`, ['no-scheme'], NONE, HEADER],
    [
      'no scheme, in JSON',
      `"Authorization": "${TOKEN}"`,
      ['no-scheme'],
      NONE,
      `"Authorization": "Bearer ${TOKEN}"`,
    ],
    [
      'no scheme, in JSON in JSON',
      `{\\"Authorization\\": \\"${TOKEN}\\"}`,
      ['no-scheme'],
      NONE,
      `{\\"Authorization\\": \\"Bearer ${TOKEN}\\"}`,
    ],
    ['the scheme Basic', `Authorization: Basic ${TOKEN}`, ['wrong-scheme'], NONE, HEADER],
    ['the scheme Token', `Token ${TOKEN}`, ['wrong-scheme'], NONE, `Bearer ${TOKEN}`],
    ['a scheme that is none', `Authorization: Barer ${TOKEN}`, ['wrong-scheme'], NONE, HEADER],
    ['the scheme twice', `Bearer Bearer ${TOKEN}`, ['repeated-scheme'], UNREADABLE, `Bearer ${TOKEN}`],
    [
      'the scheme twice, with something between them',
      `Bearer Bearer\u200B\n ${TOKEN}`,
      ['repeated-scheme', 'stray-character'],
      UNREADABLE,
      `Bearer ${TOKEN}`,
    ],
    ['no blank behind the scheme', `Authorization: Bearer${TOKEN}`, ['no-blank'], NONE, HEADER],
    ['a colon behind the scheme', `Authorization: Bearer: ${TOKEN}`, ['no-blank'], UNREADABLE, HEADER],
    [
      'a full stop behind the scheme, as printed in old pages',
      `Authorization: Bearer.${TOKEN}`,
      ['no-blank'],
      UNREADABLE,
      HEADER,
    ],
    [
      'quotation marks around the token',
      `Authorization: Bearer "${TOKEN}"`,
      ['quoted-token'],
      UNREADABLE,
      HEADER,
    ],
    ['one that closes', `${HEADER}'`, ['single-quote-mark'], UNREADABLE, HEADER],
    ['one that opens', `"${HEADER}`, ['single-quote-mark'], NONE, HEADER],
    [
      'typographic ones around the value',
      `Authorization: “Bearer ${TOKEN}”`,
      ['typographic-quotes'],
      NONE,
      HEADER,
    ],
    ['typographic ones around a token', `«${TOKEN}»`, ['typographic-quotes'], UNREADABLE, TOKEN],
    [
      'two things',
      `Autorización: Portador\u00A0${at(20, '\u200B')}`,
      ['translated-header', 'stray-character', 'stray-character'],
      NONE,
      HEADER,
    ],
  ]

  it.each(faults)('%s', (_, text, kinds, credentials, mended) => {
    const found = read(text)

    expect(found.kinds).toEqual(kinds)
    expect(found.secret).toBe(TOKEN)
    expect(found.asPasted?.credentials).toEqual(credentials)
    expect(found.mended).toBe(mended)
  })
})

describe('what may be right is told of too, and last', () => {
  it.each([
    ['quotation marks around a token', `"${TOKEN}"`, TOKEN],
    ['around the value of a header', `Authorization: "Bearer ${TOKEN}"`, HEADER],
    ['around a header', `'${HEADER}'`, HEADER],
  ])('%s', (_, text, mended) => {
    const found = read(text)

    expect(found.kinds).toEqual(['quotes'])
    expect(found.asPasted?.credentials).toEqual(bearer(TOKEN))
    expect(found.mended).toBe(mended)
  })

  it('several tokens, of which the first is looked at', () => {
    const found = read(`OLD=${TOKEN}\nNEW=${OTHER}\nCUT=${OTHER.slice(0, 40)}\nOLD=${TOKEN}`)

    expect(found.findings).toMatchObject([{ kind: 'several-tokens', count: 3, start: 4, end: 57 }])
    expect(found.secret).toBe(TOKEN)
  })

  it('after what is not', () => {
    expect(read(`"Bearer ${at(20, '\u200B')}"`).kinds).toEqual(['stray-character', 'quotes'])
  })
})

describe('a token in an address', () => {
  it('is told of, cannot be mended there, and counts beside the header', () => {
    const inAddress = `curl 'https://x.example/rest?client=acme&access_token=${TOKEN}&x=1'`

    const alone = read(inAddress)
    const beside = read(`${inAddress} -H '${HEADER}'`)

    expect(alone.findings).toMatchObject([{ kind: 'in-address', start: 54, end: 107 }])
    expect(alone.asPasted).toEqual({ credentials: NONE, hasTokenInAddress: true })
    expect(alone.mended).toBeUndefined()
    expect(beside.asPasted).toEqual({ credentials: bearer(TOKEN), hasTokenInAddress: true })
  })
})

describe('where there is no whole secret', () => {
  it.each([
    ['a token that was cut', TOKEN.slice(0, 40), { kind: 'not-whole', length: 40 }],
    ['one with another letter', at(20, TOKEN[20] === 'a' ? 'b' : 'a', 21), { kind: 'not-whole', length: 53 }],
    ['one in capital letters', TOKEN.toUpperCase(), { kind: 'case-changed' }],
    ['one in small letters', `Bearer ${TOKEN.toLowerCase()}`, { kind: 'case-changed' }],
    [
      'a masked header of the console',
      `Authorization: Bearer ${'•'.repeat(24)}8t6s`,
      { kind: 'masked', start: 22 },
    ],
    ['a masked token of the console', `${'•'.repeat(24)}8t6s`, { kind: 'masked', start: 0 }],
    ['a masked token of a log', 'authorization=*****', { kind: 'masked', start: 14 }],
    ['the rest of a masked token', 'tpa_Ab3*****8t6s', { kind: 'masked', start: 7 }],
    ['a token that was left out', 'Bearer tpa_Ab3…', { kind: 'masked', start: 14 }],
    ['what a log makes of it', '"Authorization": "[REDACTED]"', { kind: 'masked', start: 18 }],
    [
      'a variable of a shell',
      "-H 'Authorization: Bearer $TOKEN'",
      { kind: 'placeholder', start: 26, end: 32 },
    ],
    ['a variable alone', '${PROFILE_API_TOKEN}', { kind: 'placeholder', start: 0 }],
    ['a word of the documentation', 'Authorization: Bearer <token>', { kind: 'placeholder', start: 22 }],
    ['a variable of a template', 'token={{ profile_token }}', { kind: 'placeholder', start: 6 }],
    ['a variable of Windows', 'Bearer %TOKEN%', { kind: 'placeholder', start: 7 }],
    [
      'a JWT',
      'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3',
      { kind: 'no-token', resembles: 'jwt' },
    ],
    ['an identifier', 'key 6b3a1f2c-5d7e-4a01-8a49-5e2c6b3a1f2c', { kind: 'no-token', resembles: 'uuid' }],
    [
      'a key of another product',
      'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
      { kind: 'no-token', resembles: null },
    ],
    [
      'a line of a log without one',
      '[INFO] 12:00 started, see [1] … ## done',
      { kind: 'no-token', resembles: null },
    ],
    ['a scheme without a token', 'Authorization: Bearer', { kind: 'no-token', resembles: null }],
    ['blanks', ' \n ', { kind: 'no-token', resembles: null }],
  ])('%s', (_, text, finding) => {
    const found = read(text)

    expect(found.findings).toMatchObject([finding])
    expect(found.findings).toHaveLength(1)
    expect(found.secret).toBeUndefined()
  })
})

describe('the place', () => {
  it('is told in UTF-16 units and as people count, with the code point', () => {
    const text = `👍 Bearer ${at(20, '\u200B\u2060')}`

    expect(read(text).findings).toEqual([
      {
        kind: 'stray-character',
        class: 'invisible',
        codePoint: 0x200b,
        isInToken: true,
        count: 1,
        start: 30,
        end: 32,
        character: 30,
      },
    ])
  })

  it('is that of the first of so many alike', () => {
    const text = `Bearer ${TOKEN.slice(0, 10)}\u200B${TOKEN.slice(10, 30)}\u200B${TOKEN.slice(30)}`

    expect(read(text).findings).toMatchObject([{ count: 2, start: 17, end: 18, character: 18 }])
    expect(read(text).mended).toBe(`Bearer ${TOKEN}`)
  })
})

it('does not name more than four letters of a secret in order to mend it', () => {
  const encoded = (count: number) =>
    TOKEN.slice(0, 10) +
    TOKEN.slice(10, 10 + count).replaceAll(/./g, (letter) => `%${letter.charCodeAt(0).toString(16)}`) +
    TOKEN.slice(10 + count)

  expect(read(encoded(4))).toMatchObject({ secret: TOKEN, mended: TOKEN })
  expect(read(encoded(5))).toMatchObject({ secret: TOKEN, mended: undefined })
})
