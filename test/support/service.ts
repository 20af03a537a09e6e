import type { Role } from '#contract/roles.ts'
import type { User } from '#contract/user.ts'
import { mockPorts } from '#mock/mock-ports.ts'
import { createApp, type Ports } from '#service/app.ts'
import { auditRecord } from '#service/audit/record.ts'
import { refusalTrace } from '#service/audit/refusals.ts'
import type { RequestLog } from '#service/ports.ts'
import { startSession } from '#service/sign-in/rules.ts'
import { passwordIdentity } from '#service/users/password-identity.ts'

export const ORIGIN = 'http://console.test'
/** Of everyone who is signed in by `as`. */
export const PASSWORD = 'correct horse battery staple'
export const START = Date.parse('2026-11-21T12:00:00Z')

const CLIENT = { clientCode: 'acme', tenant: 'acme', imsOrgId: 'ACME@AdobeOrg', publicUrl: ORIGIN }

/** A service over memory stores with a clock that only moves when told to, and a way to act as any role. */
export function makeService(overrides: Partial<Ports> = {}) {
  let nowMs = START
  const logged: RequestLog[] = []
  const given: Ports = {
    ...mockPorts(CLIENT, () => nowMs),
    log: (entry) => logged.push(entry),
    ...overrides,
  }
  const unrecorded: unknown[] = []
  const refusals = refusalTrace(given, (...failure) => unrecorded.push(failure))
  const ports = { ...given, refusals }
  const app = createApp(ports)
  const from =
    (bindings: { remoteAddress?: string }) =>
    (path: string, init: RequestInit = {}) =>
      Promise.resolve(app.request(new Request(`${ORIGIN}${path}`, init), undefined, bindings))
  const call = from({ remoteAddress: '203.0.113.7' })

  return {
    ports,
    logged,
    /** Refusals that could not be recorded: why, and the request. */
    unrecorded,
    call,
    /** Calls made from another network address, or from nobody knows where. */
    from,
    advance: (seconds: number) => {
      nowMs += seconds * 1000
    },
    /** Signs a new person in, who holds a role in `default` or those, and returns calls made with their access token. */
    as: async (
      role: Role | 'sysadmin' | User['roles'],
      name = typeof role === 'string' ? `Pat ${role}` : 'Pat',
    ) => {
      const secret = await signedInAs(ports, role, name)
      return (path: string, init: RequestInit = {}) =>
        call(path, withHeaders(init, { Authorization: `Bearer ${secret}` }))
    },
    applyBatches: async () => {
      while (await ports.batches.applyNextChunk(ports.client.clientCode, ports.now()));
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

function rolesOf(role: Role | 'sysadmin' | User['roles']): User['roles'] {
  if (typeof role !== 'string') return role
  return role === 'sysadmin' ? [] : [{ workspace: 'default', role }]
}

async function signedInAs(
  ports: Ports,
  role: Role | 'sysadmin' | User['roles'],
  name: string,
): Promise<string> {
  const now = ports.now()
  const user = {
    id: `user-${name}`,
    name,
    email: `${name.replaceAll(' ', '.').toLowerCase()}@example.com`,
    sysadmin: role === 'sysadmin',
    roles: rolesOf(role),
    createdAt: now,
    lastSeenAt: null,
    suspended: null,
  }
  const codeSha256 = `link-${user.id}`
  const identity = {
    ...passwordIdentity(user.id),
    userId: user.id,
    secret: await ports.passwords.hash(PASSWORD, {
      remoteAddress: null,
      signal: new AbortController().signal,
    }),
    createdAt: now,
  }
  const context = {
    client: ports.client,
    actor: { kind: 'system' },
    requestId: 'test',
    userAgent: null,
    now,
  } as const
  const { email, sysadmin, roles } = user
  const created = auditRecord(ports, context, 'user.created', user.id, { email, sysadmin, roles })
  const invitation = {
    id: user.id,
    email,
    name,
    sysadmin,
    roles,
    invitedAt: now,
    invitedBy: '',
    invitedById: null,
    codeSha256,
    linkExpiresAt: now + 1000,
  }
  if ((await ports.invitations.add([invitation], () => false, [created])) !== 'done')
    throw new Error('There is no such workspace.')
  const isSetUp = auditRecord(ports, context, 'user.set-up', user.id, {})
  await ports.invitations.acceptAsNew(codeSha256, user, identity, isSetUp)
  const started = await startSession(ports, context, user, identity, 'password')
  if (started === undefined) throw new Error(`${name} cannot sign in.`)
  return started.secret
}
