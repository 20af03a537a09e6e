import * as v from 'valibot'
import { Invitations } from '#contract/invitations.ts'
import type { Ports } from '#service/app.ts'
import type { AuditRecord } from '#service/audit/store.ts'
import { contextWithoutRequest } from '#service/context.ts'
import { sha256Hex } from '#service/sha256.ts'
import { makeFirstSetUpLink } from '#service/sign-in/set-up.ts'
import { writeCounts } from '#service/callers/rules.ts'
import type { Stores } from '#service/stores.ts'
import { aesCipher } from '#server/cipher.ts'
import { argon2Passwords } from '#server/passwords.ts'
import { randomOf } from '../../support/random.ts'
import { json, makeService, ORIGIN } from '../../support/service.ts'
import {
  makeAudit,
  makeBatch,
  makeCeremony,
  makeChunk,
  makeDelivery,
  makeIdentity,
  makeLink,
  makeOidcSignIn,
  makePasskey,
  makeSession,
  makeUser,
} from '../records.ts'

/** Of everyone in the story; invented, as every secret of it. */
export const PASSWORD = 'correct horse battery staple'
export const KEY = new Uint8Array(32).fill(0x11)

const MINUTE_MS = 60_000

/** What its people and jobs know of a stored database, by which it is asked later on. */
export type Remembered = {
  /** When it was stored, milliseconds since 1970. */
  now: number
  /** All of `acme` and in the same database, but for the one of `beta` that has expired. */
  tokens: { unused: string; ended: string; current: string; debugging: string; expired: string }
  accessTokens: { ana: string; ben: string }
  /** Of Cleo's link, which she has not used. */
  setUpCode: string
  batches: Record<'applied' | 'partlyRefused' | 'stuck' | 'halfWay' | 'waiting' | 'receiving', string>
  /** The newest first. */
  audit: AuditRecord[]
}

/** The services of two clients, `acme` and `beta`, over the same database. */
export async function servicesOver(given: Partial<Ports>) {
  const shared = { ...given, cipher: await aesCipher(KEY), passwords: argon2Passwords() }
  const client = (code: string) => ({ clientCode: code, tenant: code, imsOrgId: null, publicUrl: ORIGIN })
  return {
    acme: makeService({ ...shared, client: client('acme') }),
    beta: makeService({ ...shared, client: client('beta') }),
  }
}

/** Leaves something in every table, the way people and jobs do. */
export async function tell(stores: Stores): Promise<Remembered> {
  let now = Date.parse('2026-11-21T12:00:00Z')
  const number = randomOf(7)
  const random = (byteCount: number) => Uint8Array.from({ length: byteCount }, () => number() * 256)
  const world = { now: () => now, random, freshSignInSeconds: 24 * 60 * 60 }
  const { acme, beta } = await servicesOver({ ...stores, ...world })

  const people = await makePeople(acme, stores, now)
  const asAna = { Authorization: `Bearer ${people.accessTokens.ana}` }
  now += MINUTE_MS
  const tokens = await makeTokens({ acme, beta }, asAna, () => (now += 10 * MINUTE_MS))
  now += MINUTE_MS
  const batches = await sendBatches(acme, stores, { Authorization: `Bearer ${tokens.current}` }, now)
  await addNoticeTarget(acme, stores, asAna, now)
  await leaveOtherSignIns(stores, now)
  await writeCounts(acme.ports, acme.ports.client)
  const audit = await stores.audit.list(1000)
  return { now, tokens, ...people, batches, audit }
}

type Service = ReturnType<typeof makeService>
type Headers = Record<string, string>

async function done(answer: Response | Promise<Response>): Promise<Response> {
  const { ok, status } = await answer
  if (!ok) throw new Error(`${status} ${await (await answer).text()}`)
  return answer
}

async function bodyOf<Body>(answer: Promise<Response>): Promise<Body> {
  return (await done(answer)).json()
}

async function makePeople({ call, ports }: Service, stores: Stores, now: number) {
  const inOneHour = now + 60 * MINUTE_MS
  const setUp = (body: object) =>
    done(call('/console/v1/set-up', json('POST', { password: PASSWORD, ...body }, { Origin: ORIGIN })))
  const signIn = async (email: string) => {
    const body = { email, password: PASSWORD }
    const { accessToken } = await bodyOf<{ accessToken: string }>(
      call('/console/v1/access-token', json('POST', body)),
    )
    return accessToken
  }
  const first = await makeFirstSetUpLink(ports, contextWithoutRequest(ports, 'system'), ORIGIN)
  await setUp({ code: codeOf(first ?? ''), name: 'Ana', email: 'ana@example.com' })
  const ana = await signIn('ana@example.com')
  const asAna = { Authorization: `Bearer ${ana}` }
  const invite = async (person: object, held: object) => {
    const input = json('POST', { people: [person], ...held }, asAna)
    const { invitations } = v.parse(Invitations, await bodyOf(call('/console/v1/invitations', input)))
    const [{ user, setUpUrl } = { user: { id: '' }, setUpUrl: '' }] = invitations
    return { userId: user.id, setUpUrl }
  }
  const observer = { roles: [{ workspace: 'default', role: 'observer' }] }
  const ben = await invite({ name: 'Ben', email: 'ben@example.com' }, observer)
  await setUp({ code: codeOf(ben.setUpUrl) })
  await done(call('/console/v1/workspaces', json('POST', { name: 'Shop' }, asAna)))
  const roles = [
    { workspace: 'default', role: 'publisher' },
    { workspace: 'shop', role: 'admin' },
  ]
  const held = { sysadmin: false, roles }
  await done(call(`/console/v1/users/${ben.userId}/roles`, json('PUT', held, { ...asAna, 'If-Match': '*' })))
  await done(call(`/console/v1/users/${ben.userId}/sessions`, { method: 'DELETE', headers: asAna }))
  const asBen = { Authorization: `Bearer ${await signIn('ben@example.com')}` }
  await done(call('/console/v1/session', { method: 'DELETE', headers: asBen }))
  const wrong = { email: 'ben@example.com', password: 'wrong horse battery staple' }
  const { status } = await call('/console/v1/access-token', json('POST', wrong))
  if (status !== 401) throw new Error(`A wrong password was answered ${status}.`)

  const cleo = await invite({ name: 'Cleo', email: 'cleo@example.com' }, { sysadmin: true, roles: [] })
  const again = await bodyOf<{ setUpUrl: string }>(
    call(`/console/v1/invitations/${cleo.userId}/renew`, { method: 'POST', headers: asAna }),
  )
  const dora = await invite({ email: 'dora@example.com' }, observer)
  await setUp({ code: codeOf(dora.setUpUrl), name: 'Dora' })
  await done(call(`/console/v1/users/${dora.userId}/suspend`, { method: 'POST', headers: asAna }))
  const eli = await invite({ name: 'Eli', email: 'eli@example.com' }, observer)
  await setUp({ code: codeOf(eli.setUpUrl) })
  await done(call(`/console/v1/users/${eli.userId}`, { method: 'DELETE', headers: asAna }))
  const operator = { id: 'operator-1', actorId: null, actorName: '', remoteAddress: null } as const
  await stores.setUpLinks.replace(
    makeLink({ codeSha256: sha256Hex('tsu_operator'), userId: ben.userId, expiresAt: inOneHour }),
    makeAudit({
      ...operator,
      actorKind: 'operator',
      at: now,
      action: 'user.set-up-link-made',
      subject: ben.userId,
    }),
  )
  return {
    accessTokens: { ana, ben: await signIn('ben@example.com') },
    setUpCode: codeOf(again.setUpUrl),
  }
}

/** Of someone who signs in at a provider and by a passkey, and of a browser that has begun to. */
async function leaveOtherSignIns({ oidc, sessions, passkeys, ceremonies }: Stores, now: number) {
  const userId = 'user-fia'
  const record = (overrides: Parameters<typeof makeAudit>[0]) =>
    makeAudit({ at: now, actorId: userId, actorName: 'Fia', subject: userId, ...overrides })
  const { email, ...fia } = makeUser({ id: userId, name: 'Fia', email: 'fia@example.com', createdAt: now })
  const account = { issuer: 'https://login.example.com', subject: 'fia' }
  const identity = makeIdentity({ kind: 'oidc', ...account, userId, secret: '', createdAt: now })
  const { sysadmin, roles } = fia
  const joining = { email, issuer: account.issuer, sysadmin, roles }
  await oidc.join(
    { ...fia, email },
    identity,
    record({ id: 'joined', action: 'user.joined', detail: joining }),
  )
  const session = makeSession({
    id: 'f1a000000000000000000000',
    secretSha256: sha256Hex('session of fia'),
    userId,
    startedAt: now,
    lastSeenAt: now,
    authenticatedAt: now,
    expiresAt: now + 12 * 60 * MINUTE_MS,
    method: 'oidc',
  })
  await sessions.start(session, identity, record({ id: 'started', action: 'session.started' }))
  await oidc.keepIdToken(session.id, new Uint8Array([1, 2, 3]))
  await oidc.begin(makeOidcSignIn({ expiresAt: now + 10 * MINUTE_MS }), 10)
  const passkey = makePasskey({ userId, createdAt: now })
  const added = record({
    id: 'added',
    action: 'passkey.added',
    subject: passkey.id,
    detail: { name: passkey.name },
  })
  await passkeys.add({ passkey, codesSha256: ['code of fia'] }, 20, added)
  const adding = makeCeremony({ userId, kind: 'adding', expiresAt: now + 10 * MINUTE_MS })
  await ceremonies.begin(adding, 10, now, null)
}

/** A webhook that waits to be told of a batch. */
async function addNoticeTarget({ call }: Service, { notices }: Stores, asAna: Headers, now: number) {
  const webhook = {
    kind: 'webhook',
    name: 'Incident channel',
    address: 'https://hooks.example.com/profile-api',
    kinds: ['token-expiry', 'stuck-batches'],
  }
  const { target } = await bodyOf<{ target: { id: string } }>(
    call('/console/v1/notices/targets', json('POST', webhook, asAna)),
  )
  await notices.add([makeDelivery({ targetId: target.id, createdAt: now, nextTryAt: now })])
}

const codeOf = (setUpUrl: string) => setUpUrl.split('#code=')[1] ?? ''

async function makeTokens(
  { acme, beta }: { acme: Service; beta: Service },
  asAna: Headers,
  tenMinutesLater: () => void,
) {
  const change = (service: Service, client: string, settings: object) =>
    done(service.call(`/${client}/target/clients/settings`, json('PATCH', settings, asAna)))
  const generate = async (service: Service, client: string, scope: string, body: object = {}) => {
    const path = `/${client}/target/authentication/token?authorizationScope=${scope}`
    return (await bodyOf<{ accessToken: string }>(service.call(path, json('POST', body, asAna)))).accessToken
  }
  const callWith = (token: string) =>
    acme.call('/m2/acme/profile/batchStatus?batchId=none', { headers: { Authorization: `Bearer ${token}` } })

  await change(acme, 'acme', { timeZone: 'Europe/Stockholm' })
  await change(acme, 'acme', { enableProfileApiAuthentication: true })
  await change(beta, 'beta', { enableProfileApiAuthentication: true })
  const expired = await generate(beta, 'beta', 'profile_api', { expiresIn: 60 })
  const debugging = await generate(acme, 'acme', 'debug_tools', { expiresIn: 86_400 })
  const unused = await generate(acme, 'acme', 'profile_api')
  tenMinutesLater()
  const ended = await generate(acme, 'acme', 'profile_api')
  await callWith(ended)
  tenMinutesLater()
  const current = await generate(acme, 'acme', 'profile_api')
  await callWith(current)
  const view = '/acme/target/authentication/token?authorizationScope=profile_api'
  await done(acme.call(view, { headers: asAna }))
  return { unused, ended, current, debugging, expired }
}

/** Sends batches of every fate, with long rows only where none of them is kept. */
async function sendBatches({ call }: Service, { batches }: Stores, headers: Headers, now: number) {
  const send = async (path: string, ...lines: string[]) => {
    const answer = await done(call(`/m2/acme/${path}`, { method: 'POST', headers, body: lines.join('\n') }))
    return /batchId=([^<]+)</.exec(await answer.text())?.[1] ?? ''
  }
  const applyAll = async () => {
    while (await batches.applyNextChunk('acme', now));
  }

  const applied = await send(
    'v2/profile/batchUpdate',
    'batch=thirdPartyId,city,tier,%22odd%22%20na%5Cme',
    'anna,Oslo,gold,%F0%9F%98%80',
    'bo,Malm%C3%B6,silver,it%27s',
  )
  await send('v2/profile/batchUpdate', 'batch=pcId,city', '1234-5678.28_0,Bergen')
  const partlyRefused = await send(
    'profile/batchUpdate',
    'batch=thirdPartyId,city',
    'nobody,Rome',
    `anna,${'x'.repeat(70_000)}`,
    'bo,Lund',
  )
  await applyAll()
  await done(call('/m2/acme/profile/update?mbox3rdPartyId=anna&profile.tier=platinum', { headers }))

  const stuck = await send('v2/profile/batchUpdate', 'batch=thirdPartyId,city', 'dora,Turin')
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await batches.countFailure('acme', now)
  }

  const halfWay = makeBatch({ batchId: 'acme-half-way', receivedAt: now })
  await batches.open(halfWay, 100)
  await batches.stage(halfWay, makeChunk('erik,Narvik,\nbo,,bronze'))
  await batches.stage(halfWay, makeChunk('erik,,copper\nanna,Bod%C3%B8,', { firstLine: 4 }))
  await batches.accept(halfWay, { rows: 4, bytes: 100 })
  await batches.applyNextChunk('acme', now)
  const waiting = await send(
    'profile/batchUpdate',
    'batch=thirdPartyId,city',
    'somebody,Rome',
    'anna,Troms%C3%B8',
  )
  const receiving = makeBatch({ batchId: 'acme-receiving', receivedAt: now })
  await batches.open(receiving, 100)
  await batches.stage(receiving, makeChunk('frida,Oslo,'))
  return {
    applied,
    partlyRefused,
    stuck,
    halfWay: halfWay.batchId,
    waiting,
    receiving: receiving.batchId,
  }
}
