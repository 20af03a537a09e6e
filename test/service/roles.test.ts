import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Role } from '#contract/roles.ts'
import {
  addWorkspace,
  makeAudit,
  makeBatch,
  makeDelivery,
  makeInvitation,
  makeReplacing,
  makeTarget,
  makeToken,
} from '../storage/records.ts'
import { APPLY_ATTEMPTS } from '#service/batches/store.ts'
import { writeCounts } from '#service/callers/rules.ts'
import { sha256Hex } from '#service/sha256.ts'
import { PASSKEYS } from '../support/passkeys.ts'
import { NOTICES, TARGETS, WEBHOOK } from '../support/notices.ts'
import { json, makeService, ORIGIN, PASSWORD, START } from '../support/service.ts'

const TOKEN = '/acme/target/authentication/token?authorizationScope'
const SETTINGS = '/acme/target/clients/settings'
/** Its id follows from its address and its lack of a user agent. */
const CALLER = `/console/v1/callers/${sha256Hex('203.0.113.7\n').slice(0, 24)}`

/** Of an authenticator that was asked nothing. */
const ANSWER = {
  id: 'id',
  rawId: 'id',
  type: 'public-key',
  response: { clientDataJSON: 'e30', attestationObject: 'oA' },
}

const TOKENS = '/console/v1/tokens'
const BATCHES = '/console/v1/batches'
const STUCK = { stuckSince: new Date(START).toISOString() }
const change = (body?: object) => json('POST', body, { 'If-Match': '*' })

const OPERATIONS: Record<string, [path: string, init?: RequestInit]> = {
  'See who is signed in': ['/console/v1/session'],
  'See the Implementation page': ['/console/v1/implementation'],
  'Read client settings': [SETTINGS],
  'Replace client settings': [SETTINGS, json('PUT', { enableProfileApiAuthentication: true })],
  'Change client settings': [SETTINGS, json('PATCH', { enableProfileApiAuthentication: true })],
  'Generate a profile authentication token': [`${TOKEN}=profile_api`, { method: 'POST' }],
  'View the profile authentication token': [`${TOKEN}=profile_api`],
  'Generate a debugger token': [`${TOKEN}=debug_tools`, { method: 'POST' }],
  'View the debugger token': [`${TOKEN}=debug_tools`],
  'List the tokens that work or could': [TOKENS],
  'Let a token work longer': [`${TOKENS}/token-1/extend`, change({ worksUntil: '2026-12-24T12:00:00Z' })],
  'End a token': [`${TOKENS}/token-1/end`, change({})],
  'Let an ended token work again': [`${TOKENS}/token-0/restore`, change()],
  'Test a token': ['/console/v1/token-check', json('POST', { text: 'tpa_' })],
  'List batches': [BATCHES],
  'See a batch': [`${BATCHES}/acme-2`],
  'See the rows of a batch that were not applied': [`${BATCHES}/acme-2/failures.csv`],
  'Send a batch': [`${BATCHES}?version=2`, { method: 'POST', body: 'batch=pcId,city\n1,Oslo\n' }],
  'Look a profile up': ['/console/v1/profiles/look-up', json('POST', { idKind: 'pcId', id: '1' })],
  'Try a stuck batch again': [`${BATCHES}/acme-1/try-again`, json('POST', STUCK)],
  'Give a stuck batch up': [`${BATCHES}/acme-1/give-up`, json('POST', STUCK)],
  'See who calls the profile API': ['/console/v1/callers'],
  'See refused calls': ['/console/v1/callers/refused'],
  'Name a caller': [CALLER, json('PATCH', { name: 'Nightly CRM job' })],
  'See the audit log': ['/console/v1/audit'],
  'Export the audit log as CSV': ['/console/v1/audit.csv'],
  'Export the audit log as JSON lines': ['/console/v1/audit.jsonl'],
  'See who is told of what': [NOTICES],
  'Add a webhook or an e-mail address': [TARGETS, json('POST', WEBHOOK)],
  'Change a webhook or an e-mail address': [`${TARGETS}/target-1`, json('PUT', WEBHOOK, { 'If-Match': '*' })],
  'Remove a webhook or an e-mail address': [`${TARGETS}/target-1`, { method: 'DELETE' }],
  'Replace the secret of a webhook': [`${TARGETS}/target-1/secret`, { method: 'POST' }],
  'Send a test notice': [`${TARGETS}/target-1/test`, { method: 'POST' }],
  'See what was sent': [`${NOTICES}/deliveries`],
  'Try a notice again': [`${NOTICES}/deliveries/delivery-1/retry`, { method: 'POST' }],
  'See how to sign in again': ['/console/v1/session/fresh'],
  'Start signing in again with a passkey': ['/console/v1/session/fresh/options', { method: 'POST' }],
  'Sign in again': [
    '/console/v1/session/fresh',
    json('POST', { method: 'password', password: PASSWORD }, { Origin: ORIGIN }),
  ],
  'See your own account': ['/console/v1/account'],
  'Change your own name': ['/console/v1/account', json('PATCH', { name: 'Pat' })],
  'Change your own password': [
    '/console/v1/account/password',
    json('PUT', { password: PASSWORD, newPassword: `${PASSWORD} two` }, { Origin: ORIGIN }),
  ],
  'End one of your sessions': ['/console/v1/account/sessions/none', { method: 'DELETE' }],
  'End your other sessions': ['/console/v1/account/sessions', { method: 'DELETE' }],
  'List your passkeys': [PASSKEYS],
  'Start adding a passkey': [`${PASSKEYS}/options`, { method: 'POST' }],
  'Add a passkey': [PASSKEYS, json('POST', { name: 'Phone', credential: ANSWER })],
  'Rename a passkey': [`${PASSKEYS}/passkey-1`, json('PATCH', { name: 'Phone' })],
  'Remove a passkey': [`${PASSKEYS}/passkey-1`, { method: 'DELETE' }],
  'Make recovery codes': ['/console/v1/account/recovery-codes', { method: 'POST' }],
  'Sign out': ['/console/v1/session', { method: 'DELETE' }],
}

const ROLES = [...Role.options, 'sysadmin'] as const
/** Who is kept out, though they have a session, or may do nothing but what is their own. */
const KEPT_OUT = ['signed out', 'suspended', 'no role']

/** How someone of a column calls; whoever is suspended, by the session that they had. */
async function callerOf(service: ReturnType<typeof makeService>, who: string) {
  if (who === 'signed out') return service.call
  if (who === 'no role') return service.as([], 'Caller')
  const role = ROLES.find((known) => known === who)
  if (role !== undefined) return service.as(role, 'Caller')
  if (who !== 'suspended') throw new Error(`Nobody is meant by the column "${who}".`)
  const call = await service.as('sysadmin', 'Caller')
  await service.as('sysadmin', 'Root')
  const by = { at: START, by: 'Root', byId: 'user-Root' }
  if ((await service.ports.users.suspend('user-Caller', by, makeAudit())) !== 'done')
    throw new Error('The caller is not suspended.')
  return call
}

/** The rows of each table of the document, cell by cell. */
const tables = readFileSync('docs/roles.md', 'utf8')
  .split(/\n\n+/)
  .filter((block) => block.startsWith('| '))
  .map((block) =>
    block
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('| ---'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  )

function tableAt(index: number) {
  const [heading = [], ...rows] = tables[index] ?? []
  const cells = rows.flatMap(([operation = '', ...answers]) =>
    answers.map((answer, column) => ({ operation, who: (heading[column + 1] ?? '').toLowerCase(), answer })),
  )
  return { who: heading.slice(1).map((name) => name.toLowerCase()), rows, cells }
}

const all = tableAt(0)
const people = tableAt(1)

describe('docs/roles.md', () => {
  it('lists every operation and every role', () => {
    expect(all.rows.map(([operation]) => operation)).toEqual(Object.keys(OPERATIONS))
    expect(all.who).toEqual([...KEPT_OUT, ...ROLES])
  })

  it.each(all.cells)('$operation, $who: $answer', async ({ operation, who, answer }) => {
    const service = makeService()
    const approver = await service.as('approver', 'Ana')
    const [ended, old] = [makeToken({ id: 'token-0' }), makeToken()]
    await service.ports.tokens.replaceCurrent(ended, null, makeAudit())
    await service.ports.tokens.replaceCurrent(old, makeReplacing(ended), makeAudit())
    await approver(`${TOKEN}=profile_api`, json('POST', { overlapSeconds: 3600 }))
    await approver(`${TOKEN}=debug_tools`, { method: 'POST' })
    await service.as('observer', 'Someone')
    for (const batchId of ['acme-1', 'acme-2']) {
      await service.ports.batches.open(makeBatch({ batchId }), 100)
      await service.ports.batches.accept(makeBatch({ batchId }), { rows: 1, bytes: 100 })
    }
    for (let attempt = 0; attempt < APPLY_ATTEMPTS; attempt += 1)
      await service.ports.batches.countFailure('acme', START)
    await service.ports.notices.addTarget(makeTarget(), 20, makeAudit())
    await service.ports.notices.add([makeDelivery()])
    await service.call('/rest/v1/profiles/1?client=acme')
    await writeCounts(service.ports, service.ports.client)
    const call = await callerOf(service, who)

    const response = await call(...(OPERATIONS[operation] ?? ['/']))

    expect(response.ok ? 'yes' : String(response.status)).toBe(answer)
  })

  it('lists every operation on people and workspaces, and for an administrator both kinds of workspace', () => {
    const [others, admins] = [ROLES.filter((role) => role !== 'admin'), ['own', 'other']]
    const who = [...KEPT_OUT, ...others.slice(0, -1), ...admins.map((kind) => `admin: ${kind} workspace`)]
    expect(people.rows.map(([operation]) => operation)).toEqual(Object.keys(ON_PEOPLE))
    expect(people.who).toEqual([...who, 'sysadmin'])
  })

  it.each(people.cells)('$operation, $who: $answer', async ({ operation, who, answer }) => {
    const service = makeService()
    await makePeople(service)
    const [name = '', kind] = who.split(': ')
    const call = await callerOf(service, name)
    const { path, init, isSeen } = (ON_PEOPLE[operation] ?? NOTHING)(
      kind === 'other workspace' ? 'other' : 'default',
    )

    const response = await call(path, init)

    const done = isSeen === undefined || isSeen.test(await response.clone().text()) ? 'yes' : 'not seen'
    expect(response.ok ? done : String(response.status)).toBe(answer)
  })
})

type PeopleCall = { path: string; init?: RequestInit; isSeen?: RegExp }

const NOTHING = (): PeopleCall => ({ path: '/' })
const ANY = { 'If-Match': '*' }
const post = (path: string, body?: object): PeopleCall => ({
  path: `/console/v1/${path}`,
  init: json('POST', body, ANY),
})
const put = (path: string, body: object): PeopleCall => ({
  path: `/console/v1/${path}`,
  init: json('PUT', body, ANY),
})
const remove = (path: string): PeopleCall => ({ path: `/console/v1/${path}`, init: { method: 'DELETE' } })
const roleIn = (workspace: string) => [{ workspace, role: 'editor' }]
const invite = (held: object) => post('invitations', { people: [{ email: 'new@example.com' }], ...held })
const give = (workspace: string, held: object) =>
  put(`users/user-of-${workspace}/roles`, { sysadmin: false, ...held })

/** By the workspace that is concerned: the caller, unless a system administrator, holds their role in `default`. */
const ON_PEOPLE: Record<string, (workspace: string) => PeopleCall> = {
  'List people': (workspace) => ({
    path: '/console/v1/users',
    isSeen: new RegExp(`of-${workspace}@.*to-${workspace}@`),
  }),
  'List workspaces': (workspace) => ({
    path: '/console/v1/workspaces',
    isSeen: new RegExp(`"id":"${workspace}"`),
  }),
  'Invite someone': (workspace) => invite({ roles: roleIn(workspace) }),
  'Invite a system administrator': (workspace) => invite({ sysadmin: true, roles: roleIn(workspace) }),
  'Make a new link for someone who is invited': (workspace) => post(`invitations/to-${workspace}/renew`),
  'Take an invitation back': (workspace) => remove(`invitations/to-${workspace}`),
  'Accept an invitation': (workspace) => post('invitations/accept', { code: `caller to ${workspace}` }),
  'Give someone who is there another role there': (workspace) =>
    give(workspace, { roles: [{ workspace, role: 'admin' }] }),
  'Give someone who is there a role elsewhere': (workspace) =>
    give(workspace, { roles: [...roleIn(workspace), ...roleIn('third')] }),
  'Make someone a system administrator': (workspace) =>
    give(workspace, { sysadmin: true, roles: roleIn(workspace) }),
  'Make a link for a new password': (workspace) => post(`users/user-of-${workspace}/set-up-link`),
  'Sign someone out everywhere': (workspace) => remove(`users/user-of-${workspace}/sessions`),
  "Take someone's passkeys away": (workspace) => remove(`users/user-of-${workspace}/second-step`),
  'Suspend someone': (workspace) => post(`users/user-of-${workspace}/suspend`),
  'Reinstate someone': (workspace) => post(`users/user-suspended-${workspace}/reinstate`),
  'Remove someone': (workspace) => remove(`users/user-of-${workspace}`),
  'Make a workspace': () => post('workspaces', { name: 'New' }),
  'Rename a workspace': (workspace) => put(`workspaces/${workspace}`, { name: 'New' }),
  'Remove a workspace': () => remove('workspaces/third'),
}

/** In each of two workspaces someone who holds a role, someone who is suspended, and invitations; a third is empty. */
async function makePeople({ as, ports }: ReturnType<typeof makeService>) {
  for (const id of ['other', 'third']) await addWorkspace(ports, id)
  for (const workspace of ['default', 'other']) {
    const roles = [{ workspace, role: 'editor' as const }]
    await as(roles, `of-${workspace}`)
    await as(roles, `suspended-${workspace}`)
    const by = { at: 1, by: 'Ana', byId: 'user-ana' }
    await ports.users.suspend(`user-suspended-${workspace}`, by, makeAudit())
    const caller = { email: 'caller@example.com', codeSha256: sha256Hex(`caller to ${workspace}`) }
    const invitations = [
      makeInvitation({ id: `to-${workspace}`, roles }),
      makeInvitation({ id: `caller-to-${workspace}`, roles, ...caller }),
    ]
    await ports.invitations.add(invitations, () => false, [makeAudit()])
  }
}
