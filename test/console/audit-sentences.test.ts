import { describe, expect, it } from 'vitest'
import type { EntryOf } from '#contract/audit.ts'
import { type AuditAction, auditActions, type AuditDetail } from '#contract/audit-details.ts'
import { createFormats } from '#console/messages/formats.ts'
import { languages } from '#console/messages/language.ts'
import { factsOf } from '#console/pages/administration/audit-log/facts.ts'
import { piecesOf } from '#console/pages/administration/audit-log/named.ts'
import { type Readable, sentenceOf } from '#console/pages/administration/audit-log/sentence.ts'
import { catalogs } from '../support/catalogs.ts'

const ROLES = { sysadmin: false, roles: [{ workspace: 'default', role: 'approver' }] } as const
const TARGET: AuditDetail<'notice-target.added'> = {
  kind: 'webhook',
  name: 'Ops',
  address: 'hooks.example.com',
  language: null,
  kinds: ['token-expiry'],
}
const AN_HOUR_LATER = Date.parse('2026-11-21T13:00:00Z')

/** Of every act one, as it is recorded. */
const DETAILS: { [Action in AuditAction]: AuditDetail<Action> } = {
  'service.started': { version: '1.2.3' },
  'service.stopped': { because: 'asked' },
  'database.moved': {},
  'access.ended': {},
  'settings.updated': { changes: { timeZone: { before: 'UTC', after: 'Europe/Oslo' } } },
  'token.generated': { scope: 'profile_api', replaces: 'token-1', overlapSeconds: 3600 },
  'token.extended': { before: AN_HOUR_LATER, after: AN_HOUR_LATER + 86_400_000 },
  'token.ended': { forGood: false },
  'token.restored': { worksUntil: AN_HOUR_LATER },
  'token.viewed': { scope: 'profile_api' },
  'caller.named': { name: 'Point of sale', address: '198.51.100.20', userAgent: 'curl' },
  'notice-target.added': TARGET,
  'notice-target.changed': { ...TARGET, changed: ['name', 'kinds'] },
  'notice-target.removed': TARGET,
  'notice-target.secret-replaced': TARGET,
  'notice-target.tested': { ...TARGET, kind: 'email', address: 'ops@example.com' },
  'notice.retried': { targetId: 'target-1', targetName: 'Ops', type: 'token.expiring' },
  'audit.exported': { format: 'json-lines', person: null, act: 'token.viewed', from: null, to: null },
  'audit.removed': {
    count: 17,
    keptDays: 30,
    position: 17,
    hash: 'a1',
    settingsWereChanged: false,
    seal: 's',
  },
  'session.started': {},
  'session.refused': {},
  'batch.failures-exported': { count: 3 },
  'batch.sent': { version: 2, rows: 1204 },
  'profile.looked-up': { idKind: 'thirdPartyId', isFound: true },
  'batch.tried-again': { consumedCount: 40, batchSize: 100 },
  'batch.given-up': { consumedCount: 40, batchSize: 100 },
  'call.refused': { code: 'forbidden', permission: 'token.generate' },
  'refusals.counted': { count: 40 },
  'session.renewed': { method: 'password' },
  'session.renewal-refused': { method: 'password' },
  'session.ended-elsewhere': { remoteAddress: '198.51.100.20', userAgent: 'Mozilla Gecko Firefox' },
  'user.other-sessions-ended': {},
  'user.renamed': { before: 'Ana', after: 'Ana Lind' },
  'user.password-changed': {},
  'user.password-change-refused': {},
  'session.ended': {},
  'second-step.asked': { kind: 'passkey' },
  'passkey.added': { name: 'Work laptop' },
  'passkey.renamed': { before: 'Laptop', name: 'Work laptop' },
  'passkey.removed': { name: 'Work laptop' },
  'passkey.copy-suspected': { name: 'Work laptop' },
  'recovery-codes.made': {},
  'recovery-code.used': { left: 7 },
  'users.listed': { count: 12 },
  'user.created': { email: 'bo@example.com', ...ROLES, roles: [...ROLES.roles] },
  'user.set-up': {},
  'user.set-up-link-made': { email: 'bo@example.com' },
  'user.roles-set': { ...ROLES, roles: [...ROLES.roles] },
  'user.sessions-revoked': {},
  'user.linked': { issuer: 'https://login.example.com' },
  'user.joined': {
    email: 'bo@example.com',
    issuer: 'https://login.example.com',
    ...ROLES,
    roles: [...ROLES.roles],
  },
  'user.roles-taken': { ...ROLES, roles: [...ROLES.roles] },
  'user.invitation-accepted': { ...ROLES, roles: [...ROLES.roles] },
  'user.invitation-withdrawn': { email: 'bo@example.com', ...ROLES, roles: [...ROLES.roles] },
  'user.suspended': {},
  'user.reinstated': {},
  'user.removed': { name: 'Bo Ek', email: 'bo@example.com' },
  'workspace.added': { name: 'Nordics' },
  'workspace.renamed': { before: 'Nordics', name: 'North' },
  'workspace.removed': { name: 'North' },
  'user.second-step-reset': {},
}

function makeEntry<Action extends AuditAction>(
  action: Action,
  changes: Partial<Omit<EntryOf<Action>, 'action'>> = {},
): EntryOf<Action> {
  return {
    id: 'record-1',
    position: 7,
    hash: 'b2',
    at: '2026-11-21T12:00:00.000Z',
    actor: { kind: 'person', id: 'user-1', name: 'Ana Lind' },
    remoteAddress: '203.0.113.52',
    requestId: 'request-1',
    subject: 'subject-1',
    subjectName: 'Bo Ek',
    result: 'done',
    detail: DETAILS[action],
    ...changes,
    action,
  }
}

const tellingIn = (language: (typeof languages)[number]) => ({
  words: catalogs[language].auditLog,
  messages: catalogs[language],
  formats: createFormats(language),
})

const english = tellingIn('en')
const told = (entry: Readable) => piecesOf(sentenceOf(entry, english)).join('')
const factsIn = (entry: Readable) =>
  Object.fromEntries(factsOf(entry, english).map(({ label, text }) => [label, text]))

describe.each(auditActions)('%s', (action) => {
  it('is told in every language by a sentence of its own', () => {
    const sentences = languages.map((language) => sentenceOf(makeEntry(action), tellingIn(language)))

    expect(new Set(sentences).size).toBe(languages.length)
    for (const sentence of sentences) {
      expect(sentence).toMatch(/\p{L}{3}/u)
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/)
    }
  })

  it.each(languages)('has facts that are told apart by their names in %s', (language) => {
    const labels = factsOf(makeEntry(action), tellingIn(language)).map(({ label }) => label)

    expect(labels).toEqual([...new Set(labels)])
  })

  it('names who did it, set off from the words', () => {
    const pieces = piecesOf(sentenceOf(makeEntry(action), english))

    expect(pieces[1]).toBe('Ana Lind')
  })
})

describe('a sentence says', () => {
  it.each<[string, Readable]>([
    [
      'Ana Lind turned Require Authentication on and changed locale',
      makeEntry('settings.updated', {
        detail: {
          changes: {
            enableProfileApiAuthentication: { before: false, after: true },
            locale: { before: null, after: 'sv_SE' },
          },
        },
      }),
    ],
    [
      'Ana Lind turned Require Authentication off',
      makeEntry('settings.updated', {
        detail: { changes: { enableProfileApiAuthentication: { before: true, after: false } } },
      }),
    ],
    ['Ana Lind changed the setting timeZone from UTC to Europe/Oslo', makeEntry('settings.updated')],
    [
      'Ana Lind changed settings: locale and timeZone',
      makeEntry('settings.updated', {
        detail: { changes: { locale: { after: 'a' }, timeZone: { after: 'b' } } },
      }),
    ],
    [
      'Ana Lind changed settings: allowedRemoteOfferUrlPatterns',
      makeEntry('settings.updated', {
        detail: {
          changes: {
            allowedRemoteOfferUrlPatterns: { before: [], after: ['https://example.com/'.repeat(9)] },
          },
        },
      }),
    ],
    [
      'Ana Lind generated the token that ends in 8t6s; the one before it was let work on for 1 hour',
      makeEntry('token.generated', { subjectName: '8t6s' }),
    ],
    [
      'Ana Lind generated the token that ends in 8t6s',
      makeEntry('token.generated', { subjectName: '8t6s', detail: { scope: 'profile_api', replaces: null } }),
    ],
    [
      'Ana Lind generated a debugger token',
      makeEntry('token.generated', { subjectName: null, detail: { scope: 'debug_tools', replaces: null } }),
    ],
    [
      'Ana Lind ended a token for good',
      makeEntry('token.ended', { subjectName: null, detail: { forGood: true } }),
    ],
    ['Ana Lind named the caller 198.51.100.20 (curl) Point of sale', makeEntry('caller.named')],
    [
      'Ana Lind took the name of the caller without address and name away',
      makeEntry('caller.named', { detail: { name: null, address: null, userAgent: null } }),
    ],
    ['Ana Lind had notices sent to the webhook Ops', makeEntry('notice-target.added')],
    ['Ana Lind sent a test to the e-mail address Ops', makeEntry('notice-target.tested')],
    [
      'Ana Lind exported the audit log as JSON lines',
      makeEntry('audit.exported', {
        detail: { format: 'json-lines', person: null, act: null, from: null, to: null },
      }),
    ],
    [
      'Ana Lind exported a part of the audit log as CSV',
      makeEntry('audit.exported', {
        detail: { format: 'csv', person: null, act: 'token.viewed', from: null, to: null },
      }),
    ],
    [
      'Ana Lind tried to generate or end a token, which takes approver or administrator rights',
      makeEntry('call.refused'),
    ],
    [
      'Ana Lind tried getThing, which is not allowed',
      makeEntry('call.refused', { subject: 'getThing', detail: { code: 'forbidden', permission: null } }),
    ],
    [
      'A page of another site asked for signOut in a browser',
      makeEntry('call.refused', {
        subject: 'signOut',
        detail: { code: 'not-same-origin', permission: null },
      }),
    ],
    [
      'Ana Lind asked too often for getThing',
      makeEntry('call.refused', {
        subject: 'getThing',
        detail: { code: 'too-many-requests', permission: null },
      }),
    ],
    [
      'Someone used a set-up link that is none, or none any more',
      makeEntry('call.refused', {
        actor: { kind: 'anonymous', id: null, name: '' },
        detail: { code: 'not-found', permission: null },
      }),
    ],
    [
      'Someone tried to sign in as Bo Ek',
      makeEntry('session.refused', { actor: { kind: 'anonymous', id: null, name: '' } }),
    ],
    [
      'Someone tried to sign in with an e-mail that is not known here',
      makeEntry('session.refused', { actor: { kind: 'anonymous', id: null, name: '' }, subjectName: null }),
    ],
    [
      'Someone tried to sign in by the sign-in provider',
      makeEntry('session.refused', {
        actor: { kind: 'anonymous', id: null, name: '' },
        subjectName: null,
        detail: { code: 'no-role' },
      }),
    ],
    [
      '40 more calls and sign-ins from 203.0.113.52',
      makeEntry('refusals.counted', { actor: { kind: 'anonymous', id: null, name: '' } }),
    ],
    [
      '1 more call or sign-in from another address',
      makeEntry('refusals.counted', {
        actor: { kind: 'anonymous', id: null, name: '' },
        remoteAddress: null,
        detail: { count: 1 },
      }),
    ],
    [
      'A script of Ana Lind signed in',
      makeEntry('session.started', { actor: { kind: 'script', id: 'user-1', name: 'Ana Lind' } }),
    ],
    [
      'The operator made a set-up link for Bo Ek',
      makeEntry('user.set-up-link-made', { actor: { kind: 'operator', id: null, name: '' } }),
    ],
    [
      'The service made the set-up link for the first person',
      makeEntry('user.set-up-link-made', {
        actor: { kind: 'system', id: null, name: '' },
        subject: 'first',
        subjectName: null,
      }),
    ],
    [
      'The service stopped after a fault that only a new start mends',
      makeEntry('service.stopped', {
        actor: { kind: 'system', id: null, name: '' },
        detail: { because: 'failed' },
      }),
    ],
    ['Ana Lind invited bo@example.com: Approver', makeEntry('user.created', { subjectName: null })],
    [
      'Ana Lind set what someone who is not known here may do: no role',
      makeEntry('user.roles-set', { subjectName: null, detail: { sysadmin: false, roles: [] } }),
    ],
  ])('%s', (sentence, entry) => {
    expect(told(entry)).toBe(sentence)
  })

  it('nothing by what a name holds: the marks of direction in it go', () => {
    const entry = makeEntry('caller.named', {
      detail: { name: '\u2069evil\u2066', address: '::1', userAgent: null },
    })

    expect(piecesOf(sentenceOf(entry, english))).toEqual([
      '',
      'Ana Lind',
      ' named the caller ::1 ',
      'evil',
      '',
    ])
  })
})

describe('a record of an older shape', () => {
  it('of a setting, without what it was before, tells what it is', () => {
    const entry = makeEntry('settings.updated', {
      detail: { changes: { timeZone: { after: 'Europe/Oslo' } } },
    })

    expect(told(entry)).toBe('Ana Lind changed the setting timeZone to Europe/Oslo')
    expect(factsIn(entry)).toMatchObject({ 'Setting timeZone': 'Europe/Oslo' })
  })

  it('of a new token, from when there was no overlap, says that the one before ended', () => {
    const entry = makeEntry('token.generated', {
      subjectName: '8t6s',
      detail: { scope: 'profile_api', replaces: 'token-1' },
    })

    expect(told(entry)).toBe(
      'Ana Lind generated the token that ends in 8t6s; the one before it ended at once',
    )
  })

  it('without the id of a request and an address leaves these facts out', () => {
    const facts = factsIn(makeEntry('session.ended', { requestId: null, remoteAddress: null }))

    expect(Object.keys(facts)).toEqual(['Act', 'When', 'Record', 'Hash'])
  })
})

describe('the facts of a record', () => {
  it.each<[Readable, object]>([
    [
      makeEntry('settings.updated', {
        detail: {
          changes: {
            enableProfileApiAuthentication: { before: false, after: true },
            flickerManagerSettings: { before: null, after: { enabled: true } },
          },
        },
      }),
      {
        'Require Authentication': 'off → on',
        'Setting flickerManagerSettings': 'not set → {"enabled":true}',
      },
    ],
    [makeEntry('user.created'), { 'E-mail': 'bo@example.com' }],
    [makeEntry('call.refused', { subject: 'getThing' }), { Operation: 'getThing' }],
    [makeEntry('session.refused', { detail: { code: 'no-role' } }), { Reason: 'no-role' }],
    [makeEntry('user.joined'), { 'E-mail': 'bo@example.com', Provider: 'https://login.example.com' }],
    [makeEntry('user.linked'), { Provider: 'https://login.example.com' }],
    [makeEntry('caller.named'), { Address: '198.51.100.20', Program: 'curl' }],
    [makeEntry('notice-target.changed'), { Address: 'hooks.example.com', Changed: 'name, kinds' }],
    [makeEntry('notice-target.tested'), { Address: 'ops@example.com' }],
    [makeEntry('audit.removed'), { 'Last one removed': '17' }],
    [
      makeEntry('audit.exported', {
        detail: { format: 'csv', person: 'user-2', act: null, from: '2026-11-01T00:00:00Z', to: null },
      }),
      { Filters: 'person=user-2 from=2026-11-01T00:00:00Z' },
    ],
    [
      makeEntry('user.set-up-link-made', {
        actor: { kind: 'operator', id: null, name: '' },
        remoteAddress: null,
      }),
      { 'From where': 'this machine', 'Request ID': 'request-1', Record: '7', Hash: 'b2' },
    ],
  ])('hold what its sentence leaves out: %#', (entry, facts) => {
    expect(factsIn(entry)).toMatchObject(facts)
  })
})

it.each(languages)('the switch is called as on Implementation in %s', (language) => {
  const { auditLog, implementation } = catalogs[language]

  expect(auditLog.requireAuthentication).toBe(implementation.requireAuthentication)
})
