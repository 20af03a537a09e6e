import type { AuditRecord } from '#service/audit/store.ts'
import type { StoredToken, TokenUpdate } from '#service/profile-auth/store.ts'
import { readRows } from '#batch-file/batch-rows.ts'
import type { BatchChunk, NewBatch } from '#service/batches/store.ts'
import type { StoredDelivery, StoredTarget } from '#service/notices/store.ts'
import type { StoredProfile } from '#service/profiles/store.ts'
import type { StoredSettings } from '#service/settings/store.ts'
import type { StoredOidcSignIn } from '#service/sign-in/oidc/store.ts'
import type { StoredCeremony, StoredPasskey } from '#service/passkeys/store.ts'
import type { StoredSession } from '#service/sign-in/store.ts'
import type { Stores } from '#service/stores.ts'
import type { Held } from '#service/users/held.ts'
import type {
  PeopleChange,
  StoredIdentity,
  StoredInvitation,
  StoredSetUpLink,
  StoredUser,
} from '#service/users/store.ts'

export const START = Date.parse('2026-11-21T12:00:00Z')

let auditCount = 0

export function makeAudit(overrides: Partial<AuditRecord> = {}): AuditRecord {
  auditCount += 1
  return {
    id: `audit-${auditCount}`,
    clientCode: 'acme',
    at: START,
    actorKind: 'person',
    actorId: 'user-ana',
    actorName: 'Ana',
    remoteAddress: '203.0.113.7',
    requestId: 'request-1',
    action: 'session.started',
    subject: 'user-ana',
    result: 'done',
    detail: {},
    ...overrides,
  }
}

export function makeSettings(overrides: Partial<StoredSettings> = {}): StoredSettings {
  return {
    clientCode: 'acme',
    settings: { enableProfileApiAuthentication: true },
    revision: 1,
    changedAt: START,
    changedBy: 'Ana',
    changedById: 'user-ana',
    switchedAt: START,
    switchedBy: 'Ana',
    switchedById: 'user-ana',
    ...overrides,
  }
}

export function makeToken(overrides: Partial<StoredToken> = {}): StoredToken {
  return {
    id: 'token-1',
    clientCode: 'acme',
    scope: 'profile_api',
    secretSha256: `sha256 of ${overrides.id ?? 'token-1'}`,
    sealedSecret: new Uint8Array([1, 2, 3]),
    lastFour: '3f9c',
    createdAt: START,
    createdBy: 'Ana',
    createdById: 'user-ana',
    expiresAt: START + 7_776_000_000,
    worksUntil: overrides.expiresAt ?? START + 7_776_000_000,
    seenOverAt: null,
    replacedAt: null,
    replacedBy: null,
    replacedById: null,
    endedAt: null,
    endedBy: null,
    endedById: null,
    isEndedForGood: false,
    revision: 1,
    changedAt: START,
    changedBy: 'Ana',
    changedById: 'user-ana',
    lastUsedAt: null,
    ...overrides,
  }
}

/** What becomes of a token that a newer one replaces, at once or after an overlap. */
export function makeReplacing(
  token: StoredToken,
  { at = START + 60_000, worksUntil = at }: { at?: number; worksUntil?: number } = {},
) {
  const by = { changedAt: at, changedBy: 'Bo', changedById: 'user-bo' }
  const needsRoom = worksUntil > at
  const seenOverAt = needsRoom ? null : at
  const replaced = { sealedSecret: null, replacedAt: at, replacedBy: 'Bo', replacedById: 'user-bo' }
  return { token, change: { ...by, ...replaced, worksUntil, seenOverAt }, needsRoom } satisfies TokenUpdate
}

export function makeUser(overrides: Partial<StoredUser> = {}): StoredUser {
  const id = overrides.id ?? 'user-ana'
  return {
    id,
    name: 'Ana',
    email: `${id}@example.com`,
    sysadmin: false,
    roles: [{ workspace: 'default', role: 'approver' }],
    createdAt: START,
    lastSeenAt: null,
    suspended: null,
    ...overrides,
  }
}

export function makeInvitation(overrides: Partial<StoredInvitation> = {}): StoredInvitation {
  const id = overrides.id ?? 'invitation-1'
  return {
    id,
    email: `${id}@example.com`,
    name: '',
    sysadmin: false,
    roles: [{ workspace: 'default', role: 'observer' }],
    invitedAt: START,
    invitedBy: 'Ana',
    invitedById: null,
    codeSha256: `code for ${id}`,
    linkExpiresAt: START + 1000,
    ...overrides,
  }
}

/** Makes a user who can sign in, the way everyone but the first becomes one. */
export async function addUser(
  { invitations }: Pick<Stores, 'invitations'>,
  user: StoredUser,
  identity = makeIdentity({ userId: user.id }),
): Promise<void> {
  const invitation = makeInvitation({ id: user.id, email: user.email, roles: [] })
  await invitations.add([invitation], () => false, [makeAudit()])
  await invitations.acceptAsNew(`code for ${user.id}`, user, identity, makeAudit())
}

/** Replaces what someone holds as they are at the moment. */
export async function setRoles({ users }: Stores, userId: string, held: Held): Promise<PeopleChange> {
  const before = await users.find(userId)
  return before === undefined ? 'changed' : users.setRoles(before, held, makeAudit())
}

/** Makes a workspace that is called as its id is. */
export const addWorkspace = ({ workspaces }: Pick<Stores, 'workspaces'>, id: string) =>
  workspaces.add({ id, name: id, revision: 1 }, 100, makeAudit())

export function makeIdentity(overrides: Partial<StoredIdentity> = {}): StoredIdentity {
  const userId = overrides.userId ?? 'user-ana'
  return {
    kind: 'password',
    issuer: '',
    subject: userId,
    userId,
    secret: 'hashed',
    createdAt: START,
    ...overrides,
  }
}

export function makeLink(overrides: Partial<StoredSetUpLink> = {}): StoredSetUpLink {
  return {
    codeSha256: `code for ${overrides.userId}`,
    userId: null,
    madeById: null,
    expiresAt: START + 1000,
    ...overrides,
  }
}

export function makeOidcSignIn(overrides: Partial<StoredOidcSignIn> = {}): StoredOidcSignIn {
  return {
    stateSha256: 'sha256 of the state',
    browserSha256: 'sha256 of the cookie',
    sealedBond: new Uint8Array([1, 2, 3]),
    setUpCodeSha256: null,
    returnTo: '/',
    expiresAt: START + 600_000,
    ...overrides,
  }
}

export function makeSession(overrides: Partial<StoredSession> = {}): StoredSession {
  return {
    id: `id of ${overrides.secretSha256 ?? 'session-1'}`,
    secretSha256: 'session-1',
    userId: 'user-ana',
    startedAt: START,
    lastSeenAt: START,
    expiresAt: START + 43_200_000,
    authenticatedAt: START,
    method: 'password',
    remoteAddress: '203.0.113.7',
    userAgent: 'Mozilla Gecko Firefox',
    ...overrides,
  }
}

export function makePasskey(overrides: Partial<StoredPasskey> = {}): StoredPasskey {
  const id = overrides.id ?? 'passkey-1'
  return {
    id,
    credentialId: `credential-of-${id}`,
    userId: 'user-ana',
    rpId: 'console.test',
    name: 'Work laptop',
    publicKey: `key-of-${id}`,
    signCount: 0,
    transports: ['internal'],
    isBackupEligible: true,
    isBackedUp: false,
    createdAt: START,
    lastUsedAt: null,
    ...overrides,
  }
}

export function makeCeremony(overrides: Partial<StoredCeremony> = {}): StoredCeremony {
  return {
    keySha256: 'ceremony-1',
    kind: 'passkey',
    userId: 'user-ana',
    verifiedSecret: 'hashed',
    challenge: 'challenge',
    expiresAt: START + 600_000,
    ...overrides,
  }
}

/** What a profile has, by the names of its attributes, for engines keep them in different orders. */
export const attributesOf = (profile: StoredProfile | undefined) =>
  Object.fromEntries(profile?.attributes.map(({ name, ...attribute }) => [name, attribute]) ?? [])

export function makeBatch(overrides: Partial<NewBatch> = {}): NewBatch {
  return {
    batchId: 'acme-1',
    clientCode: 'acme',
    version: 2,
    idKind: 'thirdPartyId',
    receivedAt: START,
    caller: { id: 'caller-1', address: '192.0.2.44', userAgent: 'curl' },
    ...overrides,
  }
}

/** @param lines rows as a caller sends them */
export function makeChunk(
  lines: string,
  {
    firstLine = 2,
    attributeNames = ['city', 'tier'],
  }: { firstLine?: number; attributeNames?: string[] } = {},
): BatchChunk {
  const rows = readRows(new TextEncoder().encode(lines), firstLine, attributeNames.length)
  return { attributeNames, rows }
}

/** How many rows of 60,000 characters are applied in one go, in whichever store. */
export const FULL_CHUNK_ROWS = 9

export const makeFullChunk = (firstLine = 2) =>
  makeChunk(
    Array.from(
      { length: FULL_CHUNK_ROWS },
      (_, row) => `customer-${firstLine + row},${'x'.repeat(60_000)}`,
    ).join('\n'),
    { firstLine },
  )

export function makeTarget(overrides: Partial<StoredTarget> = {}): StoredTarget {
  return {
    id: 'target-1',
    clientCode: 'acme',
    kind: 'webhook',
    name: 'Incident channel',
    address: 'https://hooks.example.com/profile-api',
    language: null,
    kinds: { 'token-expiry': START, 'stuck-batches': START },
    sealedSecret: new Uint8Array([1, 2, 3]),
    createdAt: START,
    revision: 1,
    ...overrides,
  }
}

export function makeDelivery(overrides: Partial<StoredDelivery> = {}): StoredDelivery {
  const { targetId = 'target-1', id = 'delivery-1' } = overrides
  return {
    id,
    clientCode: 'acme',
    event: `event of ${id}`,
    targetId,
    targetName: 'Incident channel',
    targetKind: 'webhook',
    notice: {
      type: 'batch.stuck',
      timestamp: '2026-11-21T12:00:00.000Z',
      data: { clientCode: 'acme', batchId: 'acme-1', rows: 4, rowsApplied: 1 },
    },
    state: 'waiting',
    createdAt: START,
    tries: 0,
    lastTryAt: null,
    nextTryAt: START,
    leasedUntil: null,
    failure: null,
    receipt: null,
    ...overrides,
  }
}
