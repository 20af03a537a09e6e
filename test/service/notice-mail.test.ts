import { describe, expect, it } from 'vitest'
import { languages } from '#console/messages/language.ts'
import { Language } from '#contract/languages.ts'
import type { Notice } from '#contract/notices.ts'
import { RefusingChangeKind } from '#contract/refused-calls.ts'
import { linkMailOf } from '#service/notices/mail/link-mail-of.ts'
import { mailOf } from '#service/notices/mail/mail-of.ts'

const CLIENT = {
  clientCode: 'northwindretail',
  tenant: 'northwindretail',
  imsOrgId: null,
  publicUrl: 'https://profiles.example.com',
}
const timestamp = '2027-03-03T15:41:00.000Z'
const { clientCode } = CLIENT
const token = { lastFour: 'Kq2m', expiresAt: '2027-03-10T15:41:00.000Z' }
const callers = { count: 3, names: ['Nightly CRM job', 'Point of sale'] }

const expiring = (daysLeft: number, authenticationRequired = true): Notice => ({
  type: 'token.expiring',
  timestamp,
  data: { clientCode, token, authenticationRequired, callers, daysLeft },
})

/** One of each, in each of the ways that it can be. */
const notices: Notice[] = [
  expiring(7),
  expiring(1, false),
  {
    type: 'token.expired',
    timestamp,
    data: { clientCode, token, authenticationRequired: true, callers: { count: 0, names: [] } },
  },
  {
    type: 'token.expired',
    timestamp,
    data: {
      clientCode,
      token,
      authenticationRequired: true,
      callers: { count: 2, names: callers.names },
    },
  },
  ...RefusingChangeKind.options.map((kind): Notice => ({
    type: 'calls.refused',
    timestamp,
    data: {
      clientCode,
      change: { kind, at: timestamp, lastFour: kind === 'turned-on' ? null : 'Kq2m' },
      calls: kind === 'turned-on' ? 1 : 2_000_000,
      callers: kind === 'turned-on' ? { count: 1, names: ['Point of sale'] } : callers,
    },
  })),
  {
    type: 'batch.stuck',
    timestamp,
    data: { clientCode, batchId: 'northwindretail-1795262400000-1', rows: 125_000, rowsApplied: 41_200 },
  },
  { type: 'test', timestamp, data: { clientCode, by: 'Bo Ek' } },
]

it('is written in the languages that the console speaks', () => {
  expect(Language.options).toEqual(languages)
})

describe.each(Language.options)('an e-mail in %s', (language) => {
  it.each(notices.map((notice) => ({ notice, type: notice.type })))('tells of $type', ({ notice }) => {
    const { subject, text } = mailOf(notice, language, CLIENT)

    expect(subject).toMatch(/^\[northwindretail\] [^\n]{4,70}$/)
    expect(text).toMatch(/\n\nhttps:\/\/profiles\.example\.com\n\n-- \n/)
    expect(text).not.toMatch(/undefined|null|NaN|\[object|…\s*\./)
    if ('token' in notice.data) expect(text).toContain('Kq2m')
    expect(text.split('\n\n').length).toBeGreaterThanOrEqual(3)
  })

  it('is not in the words of another language', () => {
    const words = (of: Language) => notices.map((notice) => mailOf(notice, of, CLIENT).text.split('\n\n')[0])
    const others = Language.options.filter((other) => other !== language).flatMap(words)

    expect(words(language).filter((text) => others.includes(text))).toEqual([])
  })
})

describe.each(Language.options)('an e-mail with a link in %s', (language) => {
  const link = {
    by: 'Ana Lind',
    setUpUrl: 'https://profiles.example.com/set-up#code=tsu_1',
    expiresAt: timestamp,
  }

  it.each(['invited', 'known'] as const)('to someone (%s) says who made it and until when', (kind) => {
    const { subject, text } = linkMailOf({ kind, ...link }, language, CLIENT)

    expect(subject).toMatch(/^\[northwindretail\] [^\n]{4,70}$/)
    expect(text).toContain(`\n\n${link.setUpUrl}\n\n-- \n`)
    expect(text).toContain('Ana Lind')
    expect(text).toContain('2027')
    expect(text).not.toMatch(/undefined|null|\[object/)
  })

  it('is not in the words of another language', () => {
    const wordsIn = (of: Language) => linkMailOf({ kind: 'invited', ...link }, of, CLIENT).text.split('\n\n')
    const others = Language.options.filter((other) => other !== language).flatMap(wordsIn)

    expect(wordsIn(language).filter((text) => others.includes(text))).toEqual([link.setUpUrl])
  })
})

it('says in English what will happen, when, to whom, and where to go', () => {
  expect(mailOf(expiring(7), 'en', CLIENT)).toMatchInlineSnapshot(`
    {
      "subject": "[northwindretail] The token …Kq2m expires in 7 days",
      "text": "The profile authentication token that ends in Kq2m expires on March 10, 2027 at 3:41 PM UTC.

    From then on, calls with it are refused. Generate a new token in time and update your scripts and apps; the current one can go on working beside it for as long as you choose.

    3 callers use it, among them Nightly CRM job and Point of sale.

    https://profiles.example.com

    -- 
    You get this because this address is listed under Administration > Notices of Profile API Console, for the client northwindretail. It can be removed there.
    ",
    }
  `)
})

it('gives no address where it is not known', () => {
  const { text } = mailOf(expiring(7), 'en', { ...CLIENT, publicUrl: null })

  expect(text).not.toContain('http')
})
