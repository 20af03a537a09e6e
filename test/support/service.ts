import { createApp } from '#service/app.ts'
import type { Deps, RequestLog } from '#service/deps.ts'
import { newSecret, sha256Hex } from '#service/secrets.ts'
import { memoryStores } from '#storage/memory/memory-stores.ts'
import type { Role } from '#contract/session.ts'

export const ORIGIN = 'http://console.test'
export const START = Date.parse('2026-11-21T12:00:00Z')

/** A service over memory stores with a clock that only moves when told to, and a way to act as any role. */
export function makeService(overrides: Partial<Deps> = {}) {
  let nowMs = START
  const logged: RequestLog[] = []
  const deps: Deps = {
    account: { clientCode: 'acme', tenant: 'acme', imsOrgId: 'ACME@AdobeOrg', publicUrl: ORIGIN },
    stores: memoryStores(),
    cipher: plainCipher,
    passwords: {
      hash: (password) => Promise.resolve(`hashed ${password}`),
      verify: (password, hash) => Promise.resolve(hash === `hashed ${password}`),
    },
    signInAttempts: { consume: () => Promise.resolve(0), giveBack: () => Promise.resolve() },
    calls: { consume: () => Promise.resolve(0) },
    now: () => nowMs,
    random: (byteCount) => crypto.getRandomValues(new Uint8Array(byteCount)),
    rejectStatus: 401,
    log: (entry) => logged.push(entry),
    batchAccepted: () => {},
    ...overrides,
  }
  const app = createApp(deps)
  const call = (path: string, init: RequestInit = {}) =>
    Promise.resolve(
      app.request(new Request(`${ORIGIN}${path}`, init), undefined, { remoteAddress: '203.0.113.7' }),
    )

  return {
    deps,
    logged,
    call,
    advance: (seconds: number) => {
      nowMs += seconds * 1000
    },
    /** Signs a new person in and returns calls made with their access token. */
    as: async (role: Role | 'sysadmin', name = `Pat ${role}`) => {
      const secret = await signedInAs(deps, role, name)
      return (path: string, init: RequestInit = {}) =>
        call(path, withHeaders(init, { Authorization: `Bearer ${secret}` }))
    },
    applyBatches: async () => {
      while (await deps.stores.batches.applyNextChunk(deps.account.clientCode, deps.now()));
    },
  }
}

/** The request with those header fields set over its own. */
export function withHeaders(init: RequestInit, fields: Record<string, string>): RequestInit {
  const headers = new Headers(init.headers)
  for (const [name, value] of Object.entries(fields)) headers.set(name, value)
  return { ...init, headers }
}

export const json = (method: string, body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json', ...headers },
})

/** Keeps the text in clear, so that a test can see what is bound to what. */
const plainCipher: Deps['cipher'] = {
  seal: (plaintext, context) => Promise.resolve(new TextEncoder().encode(`${context}\n${plaintext}`)),
  open: (sealed, context) => {
    const [boundTo, plaintext = ''] = new TextDecoder().decode(sealed).split('\n')
    return boundTo === context
      ? Promise.resolve(plaintext)
      : Promise.reject(new Error('sealed for something else'))
  },
}

async function signedInAs(deps: Deps, role: Role | 'sysadmin', name: string): Promise<string> {
  const id = `user-${name}`
  const record = { ...auditOf(deps, name), action: 'user.created' as const }
  const user = {
    id,
    name,
    email: `${name.replaceAll(' ', '.').toLowerCase()}@example.com`,
    sysadmin: role === 'sysadmin',
    roles: role === 'sysadmin' ? [] : [{ workspace: 'default', role }],
    passwordHash: 'hashed correct horse battery staple',
    createdAt: deps.now(),
  }
  const link = { codeSha256: `link-${id}`, userId: id, expiresAt: deps.now() + 1000 }
  await deps.stores.users.create(user, link, record)
  const secret = newSecret('tse', deps.random)
  const session = {
    secretSha256: sha256Hex(secret),
    userId: id,
    startedAt: deps.now(),
    lastSeenAt: deps.now(),
    expiresAt: deps.now() + 12 * 3600 * 1000,
  }
  await deps.stores.sessions.start(session, { ...auditOf(deps, name), action: 'session.started' })
  return secret
}

function auditOf(deps: Deps, actorName: string) {
  const id = crypto.randomUUID()
  const where = { remoteAddress: null, result: 'done' as const, detail: {} }
  return { id, at: deps.now(), actorId: null, actorName, subject: actorName, ...where }
}
