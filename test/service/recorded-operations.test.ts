import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Account } from '#contract/account.ts'
import type { AuditAction } from '#contract/audit-details.ts'
import { operations } from '#contract/features.ts'
import { Invitations, MadeLink } from '#contract/invitations.ts'
import { AuthorizationToken } from '#contract/profile-auth.ts'
import { APPLY_ATTEMPTS } from '#service/batches/store.ts'
import { writeCounts } from '#service/callers/rules.ts'
import { sha256Hex } from '#service/sha256.ts'
import type { OpenIdProvider } from '#service/sign-in/oidc/provider.ts'
import { roleMappingFrom } from '#service/sign-in/oidc/role-mapping.ts'
import {
  makeAudit,
  makeBatch,
  makeDelivery,
  makeIdentity,
  makeSession,
  makeTarget,
  makeUser,
} from '../storage/records.ts'
import { NOTICES, TARGETS, WEBHOOK } from '../support/notices.ts'
import { makeAuthenticator } from '../support/authenticator.ts'
import {
  add,
  addPasskey,
  browserAt,
  finishWith,
  finishWithFirst,
  firstPasskeyIn,
  PASSKEYS,
  RECOVERY_CODES,
  secondStepOptionsIn,
  SESSION,
  signInByPassword,
  signInWith,
  startAdding,
  startWithPasskey,
} from '../support/passkeys.ts'
import { json, makeService, ORIGIN, START } from '../support/service.ts'

const PASSWORD = 'correct horse battery staple'
const TOKEN = '/acme/target/authentication/token?authorizationScope=profile_api'
const SETTINGS = '/acme/target/clients/settings'
const TOKENS = '/console/v1/tokens'
/** Its id follows from its address and its lack of a user agent. */
const CALLER = `/console/v1/callers/${sha256Hex('203.0.113.7\n').slice(0, 24)}`
const STUCK = { stuckSince: new Date(START).toISOString() }
const WORKSPACES = '/console/v1/workspaces'
const USER = '/console/v1/users/user-Someone'
const CREDENTIALS = { email: 'ana@example.com', password: PASSWORD }

/** Vouches for whoever comes. */
const PROVIDER: OpenIdProvider = {
  issuer: 'https://login.example.com',
  name: 'Acme',
  mapping: roleMappingFrom('sub=* -> observer@default'),
  signInUrl: async (_redirectUri, { state }) => `https://login.example.com/?state=${state}`,
  vouchedFor: async () => ({
    subject: 'cleo',
    claims: { sub: 'cleo', email: 'cleo@example.com' },
    authenticatedSecondsAgo: 0,
    idToken: 'a.b.c',
  }),
  signOutUrl: async () => null,
}

type World = Awaited<ReturnType<typeof makeWorld>>
type Act = (world: World) => Promise<Response>

/** Dana came by the provider, and is signed in. */
async function signInDana({ ports }: ReturnType<typeof makeService>) {
  const identity = { issuer: PROVIDER.issuer, subject: 'dana', userId: 'dana', secret: '' }
  const account = makeIdentity({ kind: 'oidc', ...identity })
  await ports.oidc.join(makeUser({ id: 'dana', email: 'dana@example.com' }), account, makeAudit())
  const [now, secretSha256] = [ports.now(), sha256Hex('of dana')]
  const times = { startedAt: now, lastSeenAt: now, expiresAt: now + 3_600_000 }
  await ports.sessions.start(makeSession({ secretSha256, userId: 'dana', ...times }), account, makeAudit())
}

/** What every operation needs to be there: a replaced token that works, a batch, a caller, someone who is invited. */
async function makeWorld() {
  const service = makeService({ provider: PROVIDER })
  const root = await service.as('sysadmin', 'Ana')
  await service.call('/console/v1/session', fromPage(CREDENTIALS))
  const someone = await service.as('observer', 'Someone')
  await service.as('observer', 'Pat')
  const pat = browserAt(service.ports)
  await signInByPassword(pat, 'pat@example.com')
  const authenticator = makeAuthenticator()
  const { passkey } = await addPasskey(pat, authenticator)
  const old = v.parse(AuthorizationToken, await (await root(TOKEN, { method: 'POST' })).json())
  await root(TOKEN, json('POST', { overlapSeconds: 600 }))
  await service.ports.batches.open(makeBatch(), 100)
  await service.ports.batches.accept(makeBatch(), { rows: 1, bytes: 100 })
  for (let attempt = 0; attempt < APPLY_ATTEMPTS; attempt += 1)
    await service.ports.batches.countFailure('acme', START)
  await service.ports.notices.addTarget(makeTarget(), 20, makeAudit())
  await service.ports.notices.add([makeDelivery()])
  await service.call('/rest/v1/profiles/1?client=acme')
  await writeCounts(service.ports, service.ports.client)
  const link = await root('/console/v1/users/user-Someone/set-up-link', { method: 'POST' })
  const { setUpUrl } = v.parse(MadeLink, await link.json())
  const invite = async (by: typeof root, email: string, workspace: string) => {
    const input = { people: [{ email }], roles: [{ workspace, role: 'observer' }] }
    const { invitations } = v.parse(
      Invitations,
      await (await by('/console/v1/invitations', json('POST', input))).json(),
    )
    return invitations[0]
  }
  await root(WORKSPACES, json('POST', { name: 'Nordics' }))
  await root(WORKSPACES, json('POST', { name: 'Iberia' }))
  const nora = await service.as([{ workspace: 'nordics', role: 'admin' }], 'Nora')
  await service.as('observer', 'Cleo')
  await root('/console/v1/users/user-Cleo/suspend', { method: 'POST' })
  await signInDana(service)
  const toSomeone = await invite(nora, 'someone@example.com', 'nordics')
  return {
    ...service,
    root,
    someone,
    invitedId: (await invite(root, 'new@example.com', 'default'))?.user.id,
    toSomeone: toSomeone?.setUpUrl.split('#code=')[1],
    pat,
    authenticator,
    passkeyId: passkey.id,
    elsewhere: browserAt(service.ports),
    tokenId: old.id,
    setUpCode: setUpUrl.split('#code=')[1] ?? '',
    change: (act: string, body?: object) =>
      root(`${TOKENS}/${old.id}/${act}`, json('POST', body, { 'If-Match': '*' })),
    recorded: async () => (await service.ports.audit.list(1000)).map(({ action }) => action),
  }
}

const fromPage = (body: object) => json('POST', body, { Origin: ORIGIN })

/** By the id of the operation: the record that it leaves, and a call that does what it is for. */
const RECORDED: Record<string, [AuditAction, Act]> = {
  updateSettings: [
    'settings.updated',
    ({ root }) => root(SETTINGS, json('PUT', { enableProfileApiAuthentication: true })),
  ],
  patchSettings: [
    'settings.updated',
    ({ root }) => root(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true })),
  ],
  requestAuthorizationToken: ['token.generated', ({ root }) => root(TOKEN, { method: 'POST' })],
  getAuthorizationToken: ['token.viewed', ({ root }) => root(TOKEN)],
  extendToken: ['token.extended', ({ change }) => change('extend', { worksUntil: '2026-12-24T12:00:00Z' })],
  endToken: ['token.ended', ({ change }) => change('end', {})],
  restoreToken: [
    'token.restored',
    async ({ advance, change }) => {
      advance(600)
      return change('restore')
    },
  ],
  nameCaller: ['caller.named', ({ root }) => root(CALLER, json('PATCH', { name: 'Nightly CRM job' }))],
  addNoticeTarget: ['notice-target.added', ({ root }) => root(TARGETS, json('POST', WEBHOOK))],
  changeNoticeTarget: [
    'notice-target.changed',
    ({ root }) => root(`${TARGETS}/target-1`, json('PUT', WEBHOOK, { 'If-Match': '*' })),
  ],
  removeNoticeTarget: [
    'notice-target.removed',
    ({ root }) => root(`${TARGETS}/target-1`, { method: 'DELETE' }),
  ],
  replaceWebhookSecret: [
    'notice-target.secret-replaced',
    ({ root }) => root(`${TARGETS}/target-1/secret`, { method: 'POST' }),
  ],
  testNoticeTarget: [
    'notice-target.tested',
    ({ root }) => root(`${TARGETS}/target-1/test`, { method: 'POST' }),
  ],
  retryNoticeDelivery: [
    'notice.retried',
    ({ root }) => root(`${NOTICES}/deliveries/delivery-1/retry`, { method: 'POST' }),
  ],
  getBatchFailures: [
    'batch.failures-exported',
    ({ root }) => root('/console/v1/batches/acme-1/failures.csv'),
  ],
  sendBatch: [
    'batch.sent',
    ({ root }) =>
      root('/console/v1/batches?version=2', { method: 'POST', body: 'batch=pcId,city\n1,Oslo\n' }),
  ],
  lookUpProfile: [
    'profile.looked-up',
    ({ root }) => root('/console/v1/profiles/look-up', json('POST', { idKind: 'pcId', id: '1' })),
  ],
  tryBatchAgain: [
    'batch.tried-again',
    ({ root }) => root('/console/v1/batches/acme-1/try-again', json('POST', STUCK)),
  ],
  giveUpBatch: [
    'batch.given-up',
    ({ root }) => root('/console/v1/batches/acme-1/give-up', json('POST', STUCK)),
  ],
  exportAuditRecordsAsCsv: ['audit.exported', ({ root }) => root('/console/v1/audit.csv')],
  exportAuditRecordsAsJsonLines: ['audit.exported', ({ root }) => root('/console/v1/audit.jsonl')],
  listUsers: ['users.listed', ({ root }) => root('/console/v1/users')],
  inviteUsers: [
    'user.created',
    ({ root }) =>
      root(
        '/console/v1/invitations',
        json('POST', { people: [{ email: 'ben@example.com' }], sysadmin: true, roles: [] }),
      ),
  ],
  renewInvitation: [
    'user.set-up-link-made',
    ({ root, invitedId }) => root(`/console/v1/invitations/${invitedId}/renew`, { method: 'POST' }),
  ],
  withdrawInvitation: [
    'user.invitation-withdrawn',
    ({ root, invitedId }) => root(`/console/v1/invitations/${invitedId}`, { method: 'DELETE' }),
  ],
  acceptInvitation: [
    'user.invitation-accepted',
    ({ someone, toSomeone }) => someone('/console/v1/invitations/accept', json('POST', { code: toSomeone })),
  ],
  setRoles: [
    'user.roles-set',
    ({ root }) => root(`${USER}/roles`, json('PUT', { sysadmin: true, roles: [] }, { 'If-Match': '*' })),
  ],
  makeSetUpLink: ['user.set-up-link-made', ({ root }) => root(`${USER}/set-up-link`, { method: 'POST' })],
  suspendUser: ['user.suspended', ({ root }) => root(`${USER}/suspend`, { method: 'POST' })],
  reinstateUser: [
    'user.reinstated',
    ({ root }) => root('/console/v1/users/user-Cleo/reinstate', { method: 'POST' }),
  ],
  resetSecondStep: [
    'user.second-step-reset',
    ({ root }) => root(`${USER}/second-step`, { method: 'DELETE' }),
  ],
  addPasskey: [
    'passkey.added',
    async ({ pat }) => add(pat, 'Phone', await makeAuthenticator().create(await startAdding(pat))),
  ],
  renamePasskey: [
    'passkey.renamed',
    ({ pat, passkeyId }) => pat.call('PATCH', `${PASSKEYS}/${passkeyId}`, { name: 'Phone' }),
  ],
  removePasskey: ['passkey.removed', ({ pat, passkeyId }) => pat.call('DELETE', `${PASSKEYS}/${passkeyId}`)],
  makeRecoveryCodes: ['recovery-codes.made', ({ pat }) => pat.call('POST', RECOVERY_CODES)],
  signInWithPasskey: [
    'session.started',
    async ({ elsewhere, authenticator }) =>
      signInWith(elsewhere, await authenticator.get(await startWithPasskey(elsewhere))),
  ],
  removeUser: ['user.removed', ({ root }) => root(USER, { method: 'DELETE' })],
  revokeSessions: ['user.sessions-revoked', ({ root }) => root(`${USER}/sessions`, { method: 'DELETE' })],
  addWorkspace: ['workspace.added', ({ root }) => root(WORKSPACES, json('POST', { name: 'Benelux' }))],
  renameWorkspace: [
    'workspace.renamed',
    ({ root }) => root(`${WORKSPACES}/iberia`, json('PUT', { name: 'South' }, { 'If-Match': '*' })),
  ],
  removeWorkspace: ['workspace.removed', ({ root }) => root(`${WORKSPACES}/iberia`, { method: 'DELETE' })],
  signIn: ['session.started', ({ call }) => call('/console/v1/session', fromPage(CREDENTIALS))],
  getAccessToken: [
    'session.started',
    ({ call }) => call('/console/v1/access-token', json('POST', CREDENTIALS)),
  ],
  signInAgain: [
    'session.renewed',
    ({ root }) => root('/console/v1/session/fresh', fromPage({ method: 'password', password: PASSWORD })),
  ],
  changeName: [
    'user.renamed',
    ({ root }) => root('/console/v1/account', json('PATCH', { name: 'Ana Lind' })),
  ],
  changePassword: [
    'user.password-changed',
    ({ root }) =>
      root(
        '/console/v1/account/password',
        json('PUT', { password: PASSWORD, newPassword: `${PASSWORD} two` }, { Origin: ORIGIN }),
      ),
  ],
  endOwnSession: [
    'session.ended-elsewhere',
    async ({ root }) => {
      const { sessions } = v.parse(Account, await (await root('/console/v1/account')).json())
      const other = sessions.find(({ isThis }) => !isThis)
      return root(`/console/v1/account/sessions/${other?.id}`, { method: 'DELETE' })
    },
  ],
  endOtherSessions: [
    'user.other-sessions-ended',
    ({ root }) => root('/console/v1/account/sessions', { method: 'DELETE' }),
  ],
  signOut: ['session.ended', ({ root }) => root('/console/v1/session', { method: 'DELETE' })],
}

const row =
  (version: string): Act =>
  ({ call }) =>
    call(`/m2/acme${version}/profile/batchUpdate`, {
      method: 'POST',
      body: 'batch=thirdPartyId,city\nanna,Oslo\n',
    })

/** By the id of the operation, where it leaves none: why, and a call of it. */
const UNRECORDED: Record<string, [why: string, Act]> = {
  batchUpdateV1: ['what jobs send is counted by caller', row('')],
  batchUpdateV2: ['as above', row('/v2')],
  postProfileUpdate: [
    'as above',
    ({ call }) =>
      call('/m2/acme/profile/update?mbox3rdPartyId=anna', {
        method: 'POST',
        body: new URLSearchParams({ 'profile.city': 'Oslo' }),
      }),
  ],
  describeSetUpLink: [
    'says whom a link is for, and changes nothing',
    ({ call, setUpCode }) => call('/console/v1/set-up/link', fromPage({ code: setUpCode })),
  ],
  beginOidcSignIn: [
    'is a sign-in, or a refused one, once it is finished',
    ({ call }) => call('/console/v1/oidc/sign-in', fromPage({ returnTo: '/' })),
  ],
  startSigningInAgainAtProvider: [
    'is signing in again, or a refusal of it, once it is finished',
    ({ call }) =>
      call('/console/v1/session/fresh/provider', {
        method: 'POST',
        headers: { Origin: ORIGIN, Cookie: 'profile-api-session=of dana' },
      }),
  ],
  checkToken: [
    'says what was pasted, and keeps nothing of it',
    ({ root }) => root('/console/v1/token-check', json('POST', { text: 'tpa_' })),
  ],
  startSigningInAgain: [
    'asks, and changes nothing',
    ({ pat }) => pat.call('POST', '/console/v1/session/fresh/options'),
  ],
  startAddingPasskey: ['as above', ({ pat }) => pat.call('POST', `${PASSKEYS}/options`)],
  startPasskeySignIn: ['as above', ({ elsewhere }) => elsewhere.call('POST', `${SESSION}/passkey/options`)],
  reportCspViolations: [
    'a line in the log',
    ({ call }) =>
      call('/console/v1/csp-reports', {
        method: 'POST',
        headers: { 'Content-Type': 'application/reports+json' },
        body: '[]',
      }),
  ],
}

/** Leave more than one, which tests of their own say. */
const SEVERAL = ['setUp', 'finishSignIn', 'finishSignInWithFirstPasskey', 'finishOidcSignIn']

describe('an audit record', () => {
  it('is left by every operation that changes something, or it is said why not', () => {
    const changing = operations.filter(({ method }) => method !== 'GET').map(({ id }) => id)
    const known = [...Object.keys(RECORDED), ...Object.keys(UNRECORDED), ...SEVERAL]

    expect(changing.filter((id) => !known.includes(id))).toEqual([])
    expect(known.filter((id) => !operations.some((operation) => operation.id === id))).toEqual([])
  })

  it.each(Object.entries(RECORDED))('is left once by %s', async (_, [action, act]) => {
    const world = await makeWorld()
    const before = await world.recorded()

    const answer = await act(world)

    const after = await world.recorded()
    expect(answer.ok).toBe(true)
    expect(after.slice(0, after.length - before.length)).toEqual([action])
    const [record] = await world.ports.audit.list(1)
    expect(record).toMatchObject({ requestId: answer.headers.get('X-Request-Id'), result: 'done' })
  })

  it.each(Object.entries(UNRECORDED))('is not left by %s', async (_, [, act]) => {
    const world = await makeWorld()
    const before = await world.recorded()

    const answer = await act(world)

    expect(answer.ok).toBe(true)
    expect(await world.recorded()).toEqual(before)
  })

  it('is left of a right password, of what follows it, and of the session that this begins', async () => {
    const { elsewhere, authenticator, recorded } = await makeWorld()
    const asked = await signInByPassword(elsewhere, 'pat@example.com')

    await finishWith(elsewhere, await authenticator.get(await secondStepOptionsIn(asked)))

    expect((await recorded()).slice(0, 2)).toEqual(['session.started', 'second-step.asked'])
  })

  it('is left of a first passkey that a sign-in takes', async () => {
    const { ports, elsewhere, authenticator, recorded } = await makeWorld()
    ports.secondStep = 'approvers'
    const asked = await firstPasskeyIn(await signInByPassword(elsewhere, 'ana@example.com'))

    await finishWithFirst(elsewhere, await authenticator.create(asked))

    expect((await recorded()).slice(0, 3)).toEqual(['session.started', 'passkey.added', 'second-step.asked'])
  })

  it('is left of a password that was chosen, and of the session that this begins', async () => {
    const world = await makeWorld()
    const input = { code: world.setUpCode, password: 'another horse battery staple' }

    await world.call('/console/v1/set-up', fromPage(input))

    expect((await world.recorded()).slice(0, 2)).toEqual(['session.started', 'user.set-up'])
  })
})
