import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { NoticeTargetInput } from '#contract/notice-targets.ts'
import type { Context, SignedInContext } from '#service/context.ts'
import { mockPorts } from '#mock/mock-ports.ts'
import type { Ports } from '#service/app.ts'
import { giveBatchUp, tryBatchAgain } from '#service/batches/decisions.ts'
import { APPLY_ATTEMPTS } from '#service/batches/store.ts'
import { auditRecord } from '#service/audit/record.ts'
import { passkeyIdentity } from '#service/passkeys/passkey-identity.ts'
import { makeRecoveryCodes, removePasskey, renamePasskey, resetSecondStep } from '#service/passkeys/rules.ts'
import type { Proof } from '#service/sign-in/store.ts'
import type { StoredIdentity } from '#service/users/store.ts'
import { retryDelivery } from '#service/notices/deliveries.ts'
import { sendNext } from '#service/notices/sending.ts'
import { addTarget, changeTarget, removeTarget, replaceWebhookSecret } from '#service/notices/targets.ts'
import { endToken, extendToken, restoreToken } from '#service/rotation/rules.ts'
import { removeOldRecords } from '#service/audit/removal.ts'
import { generateToken } from '#service/profile-auth/generate-token.ts'
import { viewToken } from '#service/profile-auth/rules.ts'
import type { TokenUpdate } from '#service/profile-auth/store.ts'
import { sha256Hex } from '#service/sha256.ts'
import { updateSettings } from '#service/settings/rules.ts'
import type { OpenIdProvider } from '#service/sign-in/oidc/provider.ts'
import { roleMappingFrom } from '#service/sign-in/oidc/role-mapping.ts'
import { beginOidcSignIn, finishOidcSignIn } from '#service/sign-in/oidc/rules.ts'
import { signIn } from '#service/sign-in/by-password.ts'
import { changeName, changePassword, endOtherSessions, endOwnSession } from '#service/account/rules.ts'
import { signInAgain } from '#service/sign-in/fresh.ts'
import { authenticate, removeEndedSessions, revokeSessions, signOut } from '#service/sign-in/rules.ts'
import { setUp } from '#service/sign-in/set-up.ts'
import { ServiceError } from '#service/errors.ts'
import type { Stores } from '#service/stores.ts'
import {
  acceptInvitation,
  inviteUsers,
  renewInvitation,
  withdrawInvitation,
} from '#service/users/invitations.ts'
import { makeSetUpLink, setRoles } from '#service/users/rules.ts'
import { reinstateUser, removeUser, suspendUser } from '#service/users/standing.ts'
import { addWorkspace, removeWorkspace, renameWorkspace } from '#service/workspaces/rules.ts'
import { memoryStores } from '#storage/memory/memory-stores.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import type { SqlStorage } from '#storage/sql/sql-storage.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { emptyDatabase } from '../support/postgres.ts'
import { randomOf } from '../support/random.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import {
  addUser,
  addWorkspace as addWorkspaceTo,
  makeAudit,
  makeBatch,
  makeChunk,
  makeCeremony,
  makeDelivery,
  makeIdentity,
  makeInvitation,
  makeLink,
  makeOidcSignIn,
  makePasskey,
  makeReplacing,
  makeSession,
  makeTarget,
  makeToken,
  makeUser,
  START,
} from './records.ts'

/** Which methods of the stores write; a new one is a type error until it stands here. */
const WRITES: { [Store in keyof Stores]: { [Method in keyof Stores[Store]]: boolean } } = {
  settings: { find: false, replace: true },
  tokens: {
    current: false,
    find: false,
    list: false,
    replaceCurrent: true,
    change: true,
    touch: true,
    noteOver: true,
  },
  access: { find: false },
  users: {
    rename: true,
    isEmpty: false,
    find: false,
    findByEmail: false,
    list: false,
    setRoles: true,
    suspend: true,
    reinstate: true,
    remove: true,
    nameOf: false,
    forgetRemoved: true,
  },
  invitations: {
    find: false,
    findByCode: false,
    list: false,
    add: true,
    replace: true,
    acceptAsNew: true,
    acceptAs: true,
    endExpiredLinks: true,
  },
  workspaces: { list: false, add: true, change: true, remove: true },
  identities: { find: false, listOf: false, replaceSecret: true },
  setUpLinks: { find: false, removeExpired: true, replace: true, use: true },
  sessions: {
    find: false,
    start: true,
    startBy: true,
    touch: true,
    renew: true,
    listOf: false,
    endOne: true,
    endOthersOf: true,
    end: true,
    endAllOf: true,
    removeEnded: true,
  },
  oidc: {
    begin: true,
    take: true,
    removeExpired: true,
    join: true,
    takeRoles: true,
    keepIdToken: true,
    idTokenOf: false,
  },
  passkeys: {
    listOf: false,
    findByCredential: false,
    add: true,
    rename: true,
    remove: true,
    removeAllOf: true,
    noteUse: true,
    countCodesOf: false,
    replaceCodes: true,
  },
  ceremonies: { begin: true, find: false, end: true, removeExpired: true },
  // Of profiles, callers and batches, but for what people decide, nothing is written that was read before: each act of theirs is
  // one statement or transaction.
  batches: {
    open: true,
    stage: true,
    accept: true,
    discard: true,
    keepRefused: true,
    discardUnaccepted: true,
    find: false,
    page: false,
    count: false,
    failures: false,
    tryAgain: true,
    giveUp: true,
    removeBefore: true,
    applyNextChunk: true,
    countFailure: true,
    backlog: false,
    stuckSince: false,
  },
  profiles: { find: false, update: true },
  callers: {
    count: true,
    list: false,
    name: true,
    calls: false,
    days: false,
    refusedWays: false,
    refused: false,
    letIn: false,
    removeBefore: true,
  },
  notices: {
    targets: false,
    addTarget: true,
    changeTarget: true,
    removeTarget: true,
    told: false,
    add: true,
    claimNext: true,
    claim: true,
    recordTry: true,
    find: false,
    deliveries: false,
    countDeliveries: false,
    lastTried: false,
    removeDeliveriesBefore: true,
  },
  audit: {
    append: true,
    list: false,
    page: false,
    count: false,
    people: false,
    head: false,
    removal: false,
    after: false,
    removeFirst: true,
  },
}

type Act = (ports: Ports) => Promise<unknown>

const CLIENT = { clientCode: 'acme', tenant: 'acme', imsOrgId: null, publicUrl: 'http://console.test' }
const NOW = START + 120_000
const DAY_MS = 86_400_000
const ORIGIN = 'http://console.test'
const OLD = 'correct horse battery staple'

const anonymous: Context = {
  client: CLIENT,
  actor: { kind: 'anonymous', remoteAddress: null },
  requestId: 'request',
  userAgent: null,
  now: NOW,
}
const asRoot: SignedInContext = {
  ...anonymous,
  actor: {
    kind: 'person',
    user: makeUser({ id: 'root', sysadmin: true }),
    session: makeSession({ secretSha256: 'session of root', expiresAt: NOW + 1000 }),
    remoteAddress: null,
  },
}
const asAna: SignedInContext = {
  ...asRoot,
  actor: {
    ...asRoot.actor,
    user: makeUser(),
    session: makeSession({ secretSha256: sha256Hex('session'), expiresAt: NOW + 1000 }),
  },
}
/** Of someone who waits for the answer. */
const STAYS = new AbortController().signal
const RELYING_PARTY = { id: 'console.test', origin: ORIGIN }
const SIGNING = { relyingParty: RELYING_PARTY, deviceProof: undefined, pendingSecret: undefined }
const role = (name: 'observer' | 'approver' | 'admin', workspace = 'default') => [{ workspace, role: name }]

const BEN = {
  people: [{ name: 'Ben', email: 'ben@example.com' }],
  sysadmin: false,
  roles: role('observer'),
  sendIn: undefined,
}

const BROWSER = 'of the browser'
const ISSUER = 'https://login.example.com'

/** Vouches for whoever the state names, as an observer. */
const provider: OpenIdProvider = {
  issuer: ISSUER,
  name: 'Acme',
  mapping: roleMappingFrom('sub=* -> observer@default'),
  signInUrl: async () => ISSUER,
  async vouchedFor(answer) {
    const subject = answer.searchParams.get('state') ?? ''
    const claims = { sub: subject, email: `${subject}@example.com` }
    return { subject, claims, authenticatedSecondsAgo: 0, idToken: 'a.b.c' }
  },
  signOutUrl: async () => null,
}

const WEBHOOK = {
  kind: 'webhook',
  name: 'Operations',
  address: 'https://hooks.example.com/',
  kinds: ['token-expiry'],
} satisfies NoticeTargetInput

const OVERLAP_END = NOW + 3_600_000

/** A token as it stands in the database, whatever was seen of it. */
const of = (tokenId: string) => ({ tokenId, ifMatch: '*' })

/** Whatever people, their programs and the service itself do that writes. */
const acts: Record<string, Act> = {
  'ana signs in': (ports) =>
    signIn(ports, anonymous, { email: 'user-ana@example.com', password: OLD }, STAYS, SIGNING),
  'ana uses her link': (ports) =>
    setUp(ports, anonymous, { code: 'link', password: 'a new one, much longer' }, STAYS, RELYING_PARTY),
  'ana is lowered': (ports) =>
    setRoles(ports, asRoot, 'user-ana', { sysadmin: false, roles: role('observer') }, '*'),
  'ana is raised': (ports) =>
    setRoles(ports, asRoot, 'user-ana', { sysadmin: true, roles: role('admin') }, '*'),
  'ana is given a role in a workspace that may go': (ports) =>
    setRoles(ports, asRoot, 'user-ana', { sysadmin: true, roles: role('admin', 'empty') }, '*'),
  'root is lowered': (ports) => setRoles(ports, asAna, 'root', { sysadmin: false, roles: [] }, '*'),
  'ana is suspended': (ports) => suspendUser(ports, asRoot, 'user-ana'),
  'root is suspended': (ports) => suspendUser(ports, asAna, 'root'),
  'cleo is reinstated': (ports) => reinstateUser(ports, asRoot, 'cleo'),
  'ana is removed': (ports) => removeUser(ports, asRoot, 'user-ana'),
  'root is removed': (ports) => removeUser(ports, asAna, 'root'),
  'removed people are forgotten': (ports) => ports.users.forgetRemoved(NOW + 1),
  'ana gets a new link': (ports) => makeSetUpLink(ports, asRoot, 'user-ana', undefined, ORIGIN),
  'ana is signed out everywhere': (ports) => revokeSessions(ports, asRoot, 'user-ana'),
  'ana signs in again': (ports) =>
    signInAgain(ports, asAna, { method: 'password', password: OLD }, { ...SIGNING, signal: STAYS }),
  'ana changes her password': (ports) =>
    changePassword(
      ports,
      asAna,
      { password: OLD, newPassword: 'one of her own, much longer' },
      { deviceProof: undefined, signal: STAYS },
    ),
  'ana ends her session': (ports) => endOwnSession(ports, asAna, asAna.actor.session.id),
  'ana ends her other sessions': (ports) => endOtherSessions(ports, asAna),
  'ana changes her name': (ports) => changeName(ports, asAna, 'Ana Lind'),
  'ana signs out': (ports) => signOut(ports, asAna, ORIGIN),
  'ana is seen': (ports) => authenticate(ports, ['session']),
  'ended sessions are removed': (ports) => removeEndedSessions(ports.sessions, NOW + 7_200_000),
  'old records are removed': (ports) =>
    removeOldRecords({ ...ports, auditKeptDays: 1, now: () => NOW + 3 * DAY_MS }),
  'ana begins at the provider': (ports) =>
    beginOidcSignIn({ ...ports, provider }, anonymous, { returnTo: '/' }, BROWSER, ORIGIN),
  'ana comes from the provider, with less': (ports) =>
    finishOidcSignIn({ ...ports, provider }, anonymous, '?state=ana', BROWSER, ORIGIN),
  'cleo comes from the provider': (ports) =>
    finishOidcSignIn({ ...ports, provider }, anonymous, '?state=cleo', BROWSER, ORIGIN),
  'unfinished sign-ins are removed': (ports) => ports.oidc.removeExpired(NOW + 7_200_000),
  'root is signed out everywhere': (ports) => revokeSessions(ports, asAna, 'root'),
  'root’s passkeys are taken away': (ports) => resetSecondStep(ports, asAna, 'root'),
  'root removes a passkey': (ports) => removePasskey(ports, asRoot, 'passkey-1'),
  'root removes the other passkey': (ports) => removePasskey(ports, asRoot, 'passkey-2'),
  'root renames a passkey': (ports) => renamePasskey(ports, asRoot, 'passkey-1', 'Phone', RELYING_PARTY),
  'root makes recovery codes': (ports) => makeRecoveryCodes(ports, asRoot),
  'root uses a passkey': (ports) =>
    ports.passkeys.noteUse({ id: 'passkey-1', signCount: 4, isBackedUp: true, at: NOW }),
  'root is signed in by a passkey': (ports) =>
    signInBy(ports, [passkeyIdentity(makePasskey({ userId: 'root' }))], {
      kind: 'passkey',
      use: { id: 'passkey-1', signCount: 5, isBackedUp: true, at: NOW },
    }),
  'root is signed in by a recovery code': (ports) =>
    signInBy(ports, [ROOT_PASSWORD], { kind: 'recovery-code', codeSha256: 'code' }),
  'root adds a third passkey': (ports) =>
    ports.passkeys.add(
      { passkey: makePasskey({ id: 'passkey-3', userId: 'root' }), codesSha256: null },
      3,
      auditRecord(ports, asRoot, 'passkey.added', 'passkey-3', { name: 'Work laptop' }),
    ),
  'nobody known is asked for a passkey': (ports) =>
    ports.ceremonies.begin(
      makeCeremony({ keySha256: 'ceremony-2', kind: 'sign-in', userId: null, verifiedSecret: null }),
      1,
      NOW,
      null,
    ),
  'a sign-in that waited is refused': (ports) => ports.ceremonies.end('ceremony-1'),
  'expired sign-ins are removed': (ports) => ports.ceremonies.removeExpired(NOW + 7_200_000),
  'expired links are removed': (ports) => ports.setUpLinks.removeExpired(NOW + 7_200_000),
  'links of invitations end': (ports) => ports.invitations.endExpiredLinks(NOW + 7_200_000),
  'ben is invited': (ports) => inviteUsers(ports, asRoot, BEN, ORIGIN),
  'someone is invited to a workspace that may go': (ports) =>
    inviteUsers(
      ports,
      asAna,
      { ...BEN, people: [{ email: 'dora@example.com' }], roles: role('observer', 'empty') },
      ORIGIN,
    ),
  'dan gets a new link': (ports) => renewInvitation(ports, asRoot, 'dan', undefined, ORIGIN),
  'the invitation of dan is taken back': (ports) => withdrawInvitation(ports, asRoot, 'dan'),
  'dan accepts': (ports) =>
    setUp(
      ports,
      anonymous,
      { code: 'link of dan', password: 'a new one, much longer' },
      STAYS,
      RELYING_PARTY,
    ),
  'ana accepts what another workspace offers': (ports) =>
    acceptInvitation(ports, asAna, 'link to another workspace'),
  'a workspace is made': (ports) => addWorkspace(ports, asRoot, { name: 'Nordics' }),
  'a workspace is renamed': (ports) => renameWorkspace(ports, asRoot, 'shop', { name: 'Nordics' }, '"1"'),
  'a workspace is removed': (ports) => removeWorkspace(ports, asRoot, 'empty'),
  'authentication is turned on': (ports) =>
    updateSettings(ports, asAna, (was) => ({ ...was, enableProfileApiAuthentication: true }), undefined),
  'the time zone is set': (ports) =>
    updateSettings(ports, asRoot, (was) => ({ ...was, timeZone: 'Europe/Stockholm' }), undefined),
  'a token is generated': (ports) => generateToken(ports, asAna, 'profile_api', {}, {}),
  'a token is generated for the settings that were seen': (ports) =>
    generateToken(ports, asAna, 'profile_api', {}, { 'If-Settings-Match': '"0"' }),
  'the token is seen': (ports) => viewToken(ports, asRoot, 'profile_api'),
  'the token is used': (ports) => ports.tokens.touch('token-1', NOW),
  'the token is seen expired': (ports) => ports.tokens.noteOver('acme', makeToken().expiresAt),
  'a token is generated with an overlap': (ports) =>
    generateToken(ports, asRoot, 'profile_api', { overlapSeconds: 3600 }, {}),
  'the overlap is seen over': (ports) => ports.tokens.noteOver('acme', OVERLAP_END),
  'the old token is let work longer': (ports) =>
    extendToken(ports, asAna, of('token-0'), { worksUntil: new Date(OVERLAP_END + 1000).toISOString() }),
  'the old token is ended': (ports) => endToken(ports, asRoot, of('token-0'), { forGood: false }),
  'the current token is ended': (ports) => endToken(ports, asRoot, of('token-1'), { forGood: false }),
  'a webhook is added': (ports) => addTarget(ports, asAna, WEBHOOK),
  'a webhook is renamed': (ports) =>
    changeTarget(ports, asRoot, 'target-1', { ...WEBHOOK, name: 'On-call' }, '"1"'),
  'a webhook gets another secret': (ports) => replaceWebhookSecret(ports, asAna, 'target-1'),
  'a webhook is removed': (ports) => removeTarget(ports, asRoot, 'target-1'),
  'a batch that is stuck is noticed': (ports) =>
    ports.notices.add([makeDelivery({ id: 'delivery-2', event: 'batch.stuck acme-2' })]),
  'a stuck batch is tried again': (ports) => tryBatchAgain(ports, asAna, 'acme-1', STUCK_SINCE),
  'a stuck batch is given up': (ports) => giveBatchUp(ports, asRoot, 'acme-1', STUCK_SINCE),
  'the next notice is sent': (ports) => sendNext(ports, CLIENT),
  'a notice is sent because somebody asks': (ports) => retryDelivery(ports, asAna, 'delivery-1'),
  'old notices are forgotten': (ports) => ports.notices.removeDeliveriesBefore('acme', START + 1),
  'an ended token is let work again': (ports) => restoreToken(ports, asAna, of('token-ended')),
  'another ended token is let work again': (ports) => restoreToken(ports, asRoot, of('token-ended-2')),
}

const ROOT_PASSWORD = makeIdentity({ userId: 'root', secret: `readable:${OLD}` })

/** A sign-in of root's that waited comes to its end. */
async function signInBy(ports: Ports, verified: StoredIdentity[], proof: Proof): Promise<void> {
  const session = makeSession({ id: 'by proof', secretSha256: 'session by proof', userId: 'root' })
  const record = auditRecord(ports, asRoot, 'session.started', 'root', {})
  const outcome = await ports.sessions.startBy('ceremony-1', session, verified, proof, [record])
  if (outcome !== 'started') throw new ServiceError('sign-in-refused', outcome)
}

/** Two passkeys of root's, a recovery code, and a sign-in that waits for either. */
async function makePasskeys({ passkeys, ceremonies }: Stores) {
  for (const id of ['passkey-1', 'passkey-2']) {
    const passkey = makePasskey({ id, userId: 'root' })
    await passkeys.add({ passkey, codesSha256: ['code'] }, 20, makeAudit())
  }
  const waiting = { userId: 'root', verifiedSecret: ROOT_PASSWORD.secret, expiresAt: NOW + 3_600_000 }
  await ceremonies.begin(makeCeremony(waiting), 1, NOW, null)
}

/** Root and Ana, who both administer; she is signed in, has a link for a new password, and there is a token. */
async function makeWorld(stores: Stores) {
  for (const user of [makeUser({ id: 'root', sysadmin: true }), makeUser({ sysadmin: true })]) {
    await addUser(stores, user, makeIdentity({ userId: user.id, secret: `readable:${OLD}` }))
  }
  await makeOidc(stores)
  await makeMorePeople(stores)
  const ana = makeIdentity({ secret: `readable:${OLD}` })
  await stores.sessions.start(
    makeSession({ secretSha256: sha256Hex('session'), expiresAt: NOW + 3_600_000 }),
    ana,
    makeAudit(),
  )
  const link = makeLink({ codeSha256: sha256Hex('link'), userId: 'user-ana', expiresAt: NOW + 3_600_000 })
  await stores.setUpLinks.replace(link, makeAudit())
  await makePasskeys(stores)
  await makeTokens(stores)
  await makeNotices(stores)
  await makeStuckBatch(stores)
}

/** Ana's account at the provider, and two sign-ins that have begun there. */
async function makeOidc({ setUpLinks, oidc }: Stores) {
  await setUpLinks.replace(makeLink({ codeSha256: 'for the provider', userId: 'user-ana' }), makeAudit())
  const identity = {
    kind: 'oidc',
    issuer: ISSUER,
    subject: 'ana',
    userId: 'user-ana',
    secret: '',
    createdAt: START,
  } as const
  await setUpLinks.use('for the provider', identity, null, makeAudit())
  for (const state of ['ana', 'cleo']) {
    const stateSha256 = sha256Hex(state)
    const bond = JSON.stringify({ state, nonce: 'n', codeVerifier: 'v' })
    const sealedBond = new TextEncoder().encode(`oidc-sign-in ${stateSha256}\n${bond}`)
    await oidc.begin(
      makeOidcSignIn({ stateSha256, browserSha256: sha256Hex(BROWSER), sealedBond, expiresAt: NOW + 1000 }),
      10,
    )
  }
}

/** Cleo, who is suspended, Dan, who is invited, Ana, who is to another workspace as well, and one that nobody is in. */
async function makeMorePeople(stores: Stores) {
  for (const id of ['shop', 'empty']) await addWorkspaceTo(stores, id)
  const suspension = { at: START, by: 'Ana', byId: 'user-ana' }
  await addUser(stores, makeUser({ id: 'cleo', suspended: suspension }))
  const linkExpiresAt = NOW + 3_600_000
  const dan = makeInvitation({ id: 'dan', name: 'Dan', codeSha256: sha256Hex('link of dan'), linkExpiresAt })
  const ana = makeInvitation({
    id: 'to ana',
    email: 'user-ana@example.com',
    roles: role('observer', 'shop'),
    codeSha256: sha256Hex('link to another workspace'),
    linkExpiresAt,
  })
  await stores.invitations.add([dan, ana], () => false, [makeAudit()])
}

const STUCK_SINCE = new Date(START).toISOString()

async function makeStuckBatch({ batches }: Stores) {
  await batches.open(makeBatch(), 100)
  await batches.stage(makeBatch(), makeChunk('anna,Oslo,gold'))
  await batches.accept(makeBatch(), { rows: 1, bytes: 100 })
  for (let attempt = 0; attempt < APPLY_ATTEMPTS; attempt += 1) await batches.countFailure('acme', START)
}

/** A webhook, and a notice that waits to be sent to it. */
async function makeNotices({ notices }: Stores) {
  const sealedSecret = new TextEncoder().encode(`target-1\nwhsec_${btoa('secret')}`)
  await notices.addTarget(makeTarget({ sealedSecret }), 20, makeAudit())
  await notices.add([makeDelivery()])
}

/** Two that have ended, three that work for a while yet, one fewer than may, and the current one: by when each was over. */
const TOKENS = [
  ['token-ended', START],
  ['token-ended-2', START],
  ['token-old-1', NOW + 86_400_000],
  ['token-old-2', NOW + 86_400_000],
  ['token-0', OVERLAP_END],
  ['token-1', null],
] as const

async function makeTokens({ tokens }: Stores) {
  let replaced: TokenUpdate | null = null
  for (const [id, worksUntil] of TOKENS) {
    const token = makeToken({ id, sealedSecret: new TextEncoder().encode(`${id}\ntpa_secret`) })
    await tokens.replaceCurrent(token, replaced, makeAudit())
    replaced = worksUntil === null ? null : makeReplacing(token, { at: START, worksUntil })
  }
}

const TABLES = [
  'users',
  'user_roles',
  'identities',
  'set_up_links',
  'invitations',
  'invitation_roles',
  'removed_users',
  'workspaces',
  'sessions',
  'oidc_sign_ins',
  'oidc_sessions',
  'passkeys',
  'recovery_codes',
  'ceremonies',
  'tokens',
  'client_settings',
  'notice_targets',
  'notice_deliveries',
  'batches',
  'batch_chunks',
]

/** Makes the world once, and anew from a copy of its rows each time that it is asked for: that takes no new database. */
async function worldsIn({ stores, tables }: SqlStorage): Promise<() => Promise<Stores>> {
  await makeWorld(stores)
  for (const table of TABLES) {
    await sql.raw(`create table world_${table} as select * from ${table}`).execute(tables)
  }
  return async () => {
    await tables.transaction().execute(async (trx) => {
      const run = (statement: string) => sql.raw(statement).execute(trx)
      for (const table of ['audit_records', ...TABLES.toReversed()]) await run(`delete from ${table}`)
      for (const table of TABLES) await run(`insert into ${table} select * from world_${table}`)
    })
    return stores
  }
}

async function opened(storage: Promise<SqlStorage>) {
  const made = await storage
  onTestFinished(() => made.close())
  return worldsIn(made)
}

type Kind = { kind: string; open: () => Promise<() => Promise<Stores>> }

const memory: Kind = {
  kind: 'memory',
  open: async () => async () => {
    const stores = memoryStores()
    await makeWorld(stores)
    return stores
  },
}

/** Their 5,600 pairs of acts take minutes, and are therefore no part of the tests of the stores. */
const databases: Kind[] = [
  { kind: 'SQLite', open: () => opened(openSqlite(join(temporaryFolder(), 'test.sqlite'))) },
  { kind: 'PostgreSQL', open: async () => opened(openPostgres(await emptyDatabase())) },
]

/** One who acts: the act by name, and what makes their random numbers their own. */
type Writer = { act: Act; seed: number }

/** Called with `store.method` before each write, which waits for it. */
type BeforeWriting = (method: string) => Promise<void>

/** What a service over these stores works with in one act. */
function portsOf(stores: Stores, { seed }: Writer, seen: Seen, beforeWriting: BeforeWriting): Ports {
  const number = randomOf(seed)
  const random = (byteCount: number) => Uint8Array.from({ length: byteCount }, () => number() * 256)
  return { ...mockPorts(CLIENT, () => NOW), ...watched(stores, '', WRITES, seen, beforeWriting), random }
}

/** Secrets of sessions and codes of links by SHA-256, by which they can be looked up: the stores list neither. */
type Seen = { secrets: Set<string>; codes: Set<string> }

const makeSeen = (): Seen => ({
  codes: new Set([sha256Hex('link')]),
  secrets: new Set([sha256Hex('session')]),
})

/** The same stores, which wait before each write and note which sessions and links were made. */
function watched<Watched extends object>(
  stores: Watched,
  path: string,
  writes: unknown,
  seen: Seen,
  beforeWriting: BeforeWriting,
): Watched {
  return new Proxy(stores, {
    get(target, name): unknown {
      const member: unknown = Reflect.get(target, name)
      const isWriting: unknown = Reflect.get(Object(writes), name)
      if (typeof member === 'object' && member !== null) {
        return watched(member, `${String(name)}.`, isWriting, seen, beforeWriting)
      }
      if (typeof member !== 'function') return member
      return async (...given: unknown[]): Promise<unknown> => {
        if (isWriting === true) await beforeWriting(`${path}${String(name)}`)
        for (const one of given) {
          const { codeSha256, secretSha256 } = Object(one)
          if (typeof codeSha256 === 'string') seen.codes.add(codeSha256)
          if (typeof secretSha256 === 'string') seen.secrets.add(secretSha256)
        }
        return Reflect.apply(member, target, given)
      }
    },
  })
}

/** Everything that the acts may change, in a form that can be compared; ids and times of records say nothing here. */
async function stateOf(stores: Stores, { codes, secrets }: Seen): Promise<string> {
  // Those of one name come in no certain order.
  const users = (await stores.users.list()).toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const records = await stores.audit.list(1000)
  const each = (keys: Iterable<string>, find: (key: string) => Promise<unknown>) =>
    Promise.all([...keys].toSorted().map(async (key) => ({ key, found: await find(key) })))
  const state = {
    users,
    invitations: (await stores.invitations.list()).toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    workspaces: await stores.workspaces.list(),
    removed: await each(['root', 'user-ana'], (id) => stores.users.nameOf(id)),
    identities: await each(
      users.map(({ id }) => id),
      (userId) => stores.identities.find(makeIdentity({ userId })),
    ),
    links: (await each(codes, (code) => stores.setUpLinks.find(code))).filter(({ found }) => found),
    sessions: (await each(secrets, (secret) => stores.sessions.find(secret))).filter(({ found }) => found),
    passkeys: await stores.passkeys.listOf('root'),
    passkeyIdentities: await each(['passkey-1', 'passkey-2', 'passkey-3'], (id) =>
      stores.identities.find(passkeyIdentity(makePasskey({ id }))),
    ),
    recoveryCodes: await stores.passkeys.countCodesOf('root'),
    ceremony: await stores.ceremonies.find('ceremony-1'),
    token: await stores.tokens.current('acme', 'profile_api'),
    tokens: await stores.tokens.list({ clientCode: 'acme', scope: 'profile_api', now: NOW }, 100),
    settings: await stores.settings.find('acme'),
    // Whoever replaces a secret draws another one each time.
    targets: (await stores.notices.targets('acme')).map((target) => ({ ...target, sealedSecret: null })),
    deliveries: await stores.notices.deliveries('acme', {}, 100),
    records: records
      .filter(({ requestId }) => requestId === anonymous.requestId)
      .map(({ action, subject, actorId, result, detail }) => [action, subject, actorId, result, detail])
      .map((told) => JSON.stringify(told))
      .toSorted(),
  }
  return JSON.stringify(state, null, 1)
}

/** @returns whether the act was done, and not refused */
async function wasDone(act: Promise<unknown>): Promise<boolean> {
  const [outcome] = await Promise.allSettled([act])
  if (outcome.status === 'rejected' && !(outcome.reason instanceof ServiceError)) throw outcome.reason
  return outcome.status === 'fulfilled'
}

const atOnce = async () => {}

/** One act after the other. */
async function serially(stores: Stores, writers: Writer[]): Promise<string> {
  const seen = makeSeen()
  for (const writer of writers) await wasDone(writer.act(portsOf(stores, writer, seen, atOnce)))
  return stateOf(stores, seen)
}

/** Whether one of these orders, one act after the other, comes to that state; those after it are not tried. */
async function fitsOneOf(orders: Writer[][], state: string, world: () => Promise<Stores>): Promise<boolean> {
  for (const order of orders) if ((await serially(await world(), order)) === state) return true
  return false
}

/** The first reads what it needs; before it writes, the whole of the other comes in between. */
async function crossed(stores: Stores, first: Writer, other: Writer) {
  const seen = makeSeen()
  const hasRead = Promise.withResolvers<void>()
  const mayWrite = Promise.withResolvers<void>()
  const gate = () => {
    hasRead.resolve()
    return mayWrite.promise
  }
  const firstDone = wasDone(first.act(portsOf(stores, first, seen, gate)))
  await Promise.race([hasRead.promise, firstDone])
  await wasDone(other.act(portsOf(stores, other, seen, atOnce)))
  mayWrite.resolve()
  return { isDone: await firstDone, state: await stateOf(stores, seen) }
}

/** Declares the tests of every pair of acts in a kind of store. */
function declareTwoWriters({ kind, open }: Kind) {
  describe(`two writers in ${kind}`, () => {
    it.each(Object.entries(acts))('$0 stands as if alone, whatever comes in between', async (_name, act) => {
      const world = await open()
      const first = { act, seed: 1 }
      const lost: string[] = []

      for (const [name, otherAct] of Object.entries(acts)) {
        const other = { act: otherAct, seed: 2 }
        const { isDone, state } = await crossed(await world(), first, other)
        const orders = [[other, first], [first, other], ...(isDone ? [] : [[other]])]
        if (!(await fitsOneOf(orders, state, world))) lost.push(name)
      }

      expect(lost).toEqual([])
    })
  })
}

/** In memory, and whether every writing method has an act. */
export function declareTwoWritersInMemory() {
  it('lists an act for each method that writes what people and tokens are', async () => {
    const called = new Set<string>()
    for (const act of Object.values(acts)) {
      const stores = memoryStores()
      await makeWorld(stores)
      const noting = async (method: string) => void called.add(method)
      await wasDone(act(portsOf(stores, { act, seed: 1 }, makeSeen(), noting)))
    }

    const { batches: _batches, profiles: _profiles, callers: _callers, ...others } = WRITES
    const writing = Object.entries(others).flatMap(([store, methods]) =>
      Object.entries(methods).flatMap(([method, writes]) => (writes ? [`${store}.${method}`] : [])),
    )
    expect(writing.filter((method) => !called.has(method))).toEqual([])
  })

  declareTwoWriters(memory)
}

export function declareTwoWritersInDatabases() {
  databases.forEach(declareTwoWriters)
}
