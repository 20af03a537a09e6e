import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Role } from '#contract/roles.ts'
import { makeAudit, makeDelivery, makeReplacing, makeTarget, makeToken } from '../storage/records.ts'
import { writeCounts } from '#service/callers/rules.ts'
import { sha256Hex } from '#service/secrets.ts'
import { NOTICES, TARGETS, WEBHOOK } from '../support/notices.ts'
import { json, makeService, ORIGIN, PASSWORD } from '../support/service.ts'

const TOKEN = '/acme/target/authentication/token?authorizationScope'
const SETTINGS = '/acme/target/clients/settings'
/** Its id follows from its address and its lack of a user agent. */
const CALLER = `/console/v1/callers/${sha256Hex('203.0.113.7\n').slice(0, 24)}`
const SOMEONE = '/console/v1/users/user-Someone'

const TOKENS = '/console/v1/tokens'
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
  'See a batch': ['/console/v1/batches/acme-1-1'],
  'See the rows of a batch that were not applied': ['/console/v1/batches/acme-1-1/failures.csv'],
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
  'List users': ['/console/v1/users'],
  'Create a user': ['/console/v1/users', json('POST', { name: 'New', email: 'new@example.com' })],
  'Give roles': [`${SOMEONE}/roles`, json('PUT', { sysadmin: false, roles: [] })],
  'Make a set-up link': [`${SOMEONE}/set-up-link`, { method: 'POST' }],
  "Revoke a user's sessions": [`${SOMEONE}/sessions`, { method: 'DELETE' }],
  'See how to sign in again': ['/console/v1/session/fresh'],
  'Sign in again': [
    '/console/v1/session/fresh',
    json('POST', { method: 'password', password: PASSWORD }, { Origin: ORIGIN }),
  ],
  'Sign out': ['/console/v1/session', { method: 'DELETE' }],
}

const ROLES = [...Role.options, 'sysadmin'] as const

const documented = readFileSync('docs/roles.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

const [heading = [], ...rows] = documented
const cells = rows.flatMap(([operation = '', ...answers]) =>
  answers.map((answer, index) => ({ operation, who: (heading[index + 1] ?? '').toLowerCase(), answer })),
)

describe('docs/roles.md', () => {
  it('lists every operation and every role', () => {
    expect(rows.map(([operation]) => operation)).toEqual(Object.keys(OPERATIONS))
    expect(heading.slice(1).map((name) => name.toLowerCase())).toEqual(['signed out', ...ROLES])
  })

  it.each(cells)('$operation, $who: $answer', async ({ operation, who, answer }) => {
    const service = makeService()
    const approver = await service.as('approver', 'Ana')
    const [ended, old] = [makeToken({ id: 'token-0' }), makeToken()]
    await service.ports.tokens.replaceCurrent(ended, null, makeAudit())
    await service.ports.tokens.replaceCurrent(old, makeReplacing(ended), makeAudit())
    await approver(`${TOKEN}=profile_api`, json('POST', { overlapSeconds: 3600 }))
    await approver(`${TOKEN}=debug_tools`, { method: 'POST' })
    await service.as('observer', 'Someone')
    await service.ports.batches.open(
      {
        batchId: 'acme-1-1',
        clientCode: 'acme',
        version: 2,
        idKind: 'pcId',
        receivedAt: 1,
      },
      100,
    )
    await service.ports.batches.accept({ clientCode: 'acme', batchId: 'acme-1-1' }, { rows: 0, bytes: 100 })
    await service.ports.notices.addTarget(makeTarget(), 20, makeAudit())
    await service.ports.notices.add([makeDelivery()])
    await service.call('/rest/v1/profiles/1?client=acme')
    await writeCounts(service.ports, service.ports.client)
    const role = ROLES.find((known) => known === who)
    const call = role === undefined ? service.call : await service.as(role)

    const response = await call(...(OPERATIONS[operation] ?? ['/']))

    expect(response.ok ? 'yes' : String(response.status)).toBe(answer)
  })
})
