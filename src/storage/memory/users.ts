import type { AuditRecord } from '#service/audit/store.ts'
import { type Held, holdsNothing, isSame, NOTHING, takesAway } from '#service/users/held.ts'
import { canGive, canMakeSetUpLinks, type Scope, scopeOf } from '#service/users/scope.ts'
import type { CeremonyStore, PasskeyStore } from '#service/passkeys/store.ts'
import type { OidcStore, StoredOidcSignIn } from '#service/sign-in/oidc/store.ts'
import type { SessionStore, StoredSession } from '#service/sign-in/store.ts'
import { memoryPasskeys } from './passkeys.ts'
import type {
  IdentityKey,
  IdentityStore,
  InvitationStore,
  SetUpLinkStore,
  StoredIdentity,
  StoredInvitation,
  StoredSetUpLink,
  StoredUser,
  UserStore,
} from '#service/users/store.ts'
import type { StoredWorkspace, WorkspaceStore } from '#service/workspaces/store.ts'
import { byWorkspace } from './by-workspace.ts'
import { memoryInvitations } from './invitations.ts'
import { memoryWorkspaces } from './workspaces.ts'

/** Where everyone begins, as the databases have it from the beginning. */
const DEFAULT: StoredWorkspace = { id: 'default', name: 'Default', revision: 1 }

/** Users and what ends with them or with their links: one change reaches into all of these. */
export function memoryUsers(record: (audit: AuditRecord) => void): {
  users: UserStore
  invitations: InvitationStore
  workspaces: WorkspaceStore
  identities: IdentityStore
  setUpLinks: SetUpLinkStore
  sessions: SessionStore
  oidc: OidcStore
  passkeys: PasskeyStore
  ceremonies: CeremonyStore
} {
  const users = new Map<string, StoredUser>()
  const identities = new Map<string, StoredIdentity>()
  const links = new Map<string, StoredSetUpLink>()
  const sessions = new Map<string, StoredSession>()
  const begun = new Map<string, StoredOidcSignIn>()
  const idTokens = new Map<string, Uint8Array>()
  const invitations = new Map<string, StoredInvitation>()
  const workspaces = new Map([[DEFAULT.id, DEFAULT]])
  const removed = new Map<string, { name: string; at: number }>()

  const findByEmail = (email: string) => users.values().find((user) => user.email === email)

  const canSignIn = ({ id, suspended }: StoredUser) =>
    suspended === null && identities.values().some(({ userId }) => userId === id)

  /** Whether someone else administers who can sign in. */
  const isAdministeredWithout = (userId: string) =>
    users.values().some((other) => other.id !== userId && other.sysadmin && canSignIn(other))

  const areWorkspaces = (roles: StoredUser['roles']) =>
    roles.every(({ workspace }) => workspaces.has(workspace))

  /** @returns false, with nothing stored, where there is one of that key */
  const addIdentity = (identity: StoredIdentity) => {
    const key = identityKeyOf(identity)
    if (identities.has(key)) return false
    identities.set(key, identity)
    return true
  }

  const see = (userId: string, at: number) => {
    const user = users.get(userId)
    if (user && at > (user.lastSeenAt ?? 0)) users.set(userId, { ...user, lastSeenAt: at })
  }

  const endLinkOf = (userId: string | null) => {
    for (const link of links.values()) if (link.userId === userId) links.delete(link.codeSha256)
  }

  /** Ends the link of someone from whom something is taken, and the links that they made and could not make any more. */
  const endLinks = (userId: string, left: Held, at: number) => {
    endLinkOf(userId)
    const scope = scopeOf({ user: left })
    for (const { codeSha256, madeById } of links.values()) {
      if (madeById === userId && !canMakeSetUpLinks(scope)) links.delete(codeSha256)
    }
    for (const one of invitations.values()) {
      if (one.invitedById !== userId || one.codeSha256 === null || canGive(scope, one)) continue
      invitations.set(one.id, { ...one, codeSha256: null, linkExpiresAt: at })
    }
  }

  /** Whether whoever made a link is there and could make it still. */
  const isMakerAble = (makerId: string | null, can: (scope: Scope) => boolean) => {
    if (makerId === null) return true
    const maker = users.get(makerId)
    return maker?.suspended === null && can(scopeOf({ user: maker }))
  }

  const replaceLink = (link: StoredSetUpLink) => {
    endLinkOf(link.userId)
    links.set(link.codeSha256, link)
  }

  /** And what waits to become one. @param keptId a session that stays */
  const endSessionsOf = (userId: string, keptId?: string) => {
    endCeremoniesOf(userId)
    for (const session of sessions.values()) {
      if (session.userId === userId && session.id !== keptId) sessions.delete(session.secretSha256)
    }
  }

  const hasSession = (sessionId: string) => sessions.values().some(({ id }) => id === sessionId)
  const { passkeys, ceremonies, isProved, endCeremoniesOf, removePasskeysOf } = memoryPasskeys({
    record,
    countIdentitiesOf: (userId, kinds) =>
      [...identities.values()].filter((one) => one.userId === userId && kinds.includes(one.kind)).length,
    putIdentity: (identity) => identities.set(identityKeyOf(identity), identity),
    removeIdentity: (key) => identities.delete(identityKeyOf(key)),
    endSessionsOf,
  })

  const isAsVerified = (verified: StoredIdentity) =>
    identities.get(identityKeyOf(verified))?.secret === verified.secret

  return {
    passkeys,
    ceremonies,

    users: {
      isEmpty: async () => users.size === 0,
      find: async (userId) => users.get(userId),
      findByEmail: async (email) => findByEmail(email),
      list: async () => [...users.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1)),

      async setRoles(before, held, audit) {
        const user = users.get(before.id)
        if (!user || !isSame(user, before)) return 'changed'
        if (!areWorkspaces(held.roles)) return 'no-such-workspace'
        const next = { ...user, ...held, roles: byWorkspace(held) }
        const isLowered = user.sysadmin && !held.sysadmin
        if (isLowered && !isAdministeredWithout(user.id)) return 'last-administrator'
        users.set(user.id, next)
        if (takesAway(user, next)) endLinks(user.id, next, audit.at)
        record(audit)
        return 'done'
      },

      async suspend(userId, suspended, audit) {
        const user = users.get(userId)
        if (!user || user.suspended) return 'changed'
        if (user.sysadmin && !isAdministeredWithout(userId)) return 'last-administrator'
        users.set(userId, { ...user, suspended })
        endSessionsOf(userId)
        endLinks(userId, NOTHING, suspended.at)
        record(audit)
        return 'done'
      },

      async reinstate(userId, audit) {
        const user = users.get(userId)
        if (!user?.suspended) return false
        users.set(userId, { ...user, suspended: null })
        record(audit)
        return true
      },

      async rename(userId, name, audit) {
        const user = users.get(userId)
        if (user) users.set(userId, { ...user, name })
        record(audit)
      },

      async remove({ id: userId, name, email }, now, audit) {
        const user = users.get(userId)
        if (user?.name !== name || user.email !== email) return 'changed'
        if (user.sysadmin && !isAdministeredWithout(userId)) return 'last-administrator'
        endSessionsOf(userId)
        endLinks(userId, NOTHING, now)
        removePasskeysOf(userId)
        for (const [key, identity] of identities) if (identity.userId === userId) identities.delete(key)
        users.delete(userId)
        removed.set(userId, { name, at: now })
        record(audit)
        return 'done'
      },

      nameOf: async (id) => (users.get(id) ?? removed.get(id) ?? invitations.get(id))?.name,

      async forgetRemoved(before) {
        for (const [id, { at }] of removed) if (at < before) removed.delete(id)
      },
    },

    invitations: memoryInvitations({ invitations, users, addIdentity, areWorkspaces, isMakerAble }, record),

    workspaces: memoryWorkspaces(
      workspaces,
      (id) =>
        [...users.values(), ...invitations.values()].some(({ roles }) =>
          roles.some(({ workspace }) => workspace === id),
        ),
      record,
    ),

    identities: {
      find: async (key) => identities.get(identityKeyOf(key)),
      listOf: async (userId) => [...identities.values()].filter((identity) => identity.userId === userId),

      async replaceSecret(verified, secret, { secretSha256, renewed }, audit) {
        const key = identityKeyOf(verified)
        const session = sessions.get(secretSha256)
        if (identities.get(key)?.secret !== verified.secret || session?.userId !== verified.userId)
          return false
        identities.set(key, { ...verified, secret })
        endSessionsOf(verified.userId)
        sessions.set(renewed.secretSha256, { ...session, ...renewed })
        endLinkOf(verified.userId)
        record(audit)
        return true
      },
    },

    setUpLinks: {
      find: async (codeSha256) => links.get(codeSha256),

      async removeExpired(now) {
        for (const link of links.values()) if (link.expiresAt <= now) links.delete(link.codeSha256)
      },

      async replace(link, audit) {
        if (link.userId === null ? users.size > 0 : users.get(link.userId)?.suspended !== null) return false
        replaceLink(link)
        record(audit)
        return true
      },

      async use(codeSha256, identity, firstUser, audit) {
        const link = links.get(codeSha256)
        if (!link || link.userId !== (firstUser ? null : identity.userId)) return false
        if (!isMakerAble(link.madeById, canMakeSetUpLinks)) return false
        if (firstUser ? users.size > 0 : users.get(identity.userId)?.suspended !== null) return false
        if ((identities.get(identityKeyOf(identity)) ?? identity).userId !== identity.userId) return false
        if (firstUser) users.set(firstUser.id, { ...firstUser, roles: byWorkspace(firstUser) })
        identities.set(identityKeyOf(identity), identity)
        endSessionsOf(identity.userId)
        links.delete(codeSha256)
        record(audit)
        return true
      },
    },

    sessions: {
      async find(secretSha256) {
        const session = sessions.get(secretSha256)
        const user = session && users.get(session.userId)
        return user && { ...session, user }
      },

      async start(session, verified, audit) {
        if (!isAsVerified(verified)) return false
        if (users.get(session.userId)?.suspended !== null) return false
        sessions.set(session.secretSha256, session)
        see(session.userId, session.startedAt)
        record(audit)
        return true
      },

      async startBy(ceremonySha256, session, verified, proof, audit) {
        if (!(await ceremonies.find(ceremonySha256))) return 'expired'
        if (!verified.every(isAsVerified) || users.get(session.userId)?.suspended !== null) return 'refused'
        if (!isProved(session.userId, proof)) return 'refused'
        await ceremonies.end(ceremonySha256)
        sessions.set(session.secretSha256, session)
        see(session.userId, session.startedAt)
        audit.forEach(record)
        return 'started'
      },

      async touch(secretSha256, lastSeenAt) {
        const session = sessions.get(secretSha256)
        if (!session) return
        sessions.set(secretSha256, { ...session, lastSeenAt })
        see(session.userId, lastSeenAt)
      },

      async renew(secretSha256, renewed, verified, audit) {
        const session = sessions.get(secretSha256)
        const isTheirs = session?.userId === verified.userId
        if (!isTheirs || identities.get(identityKeyOf(verified))?.secret !== verified.secret) return false
        sessions.delete(secretSha256)
        sessions.set(renewed.secretSha256, { ...session, ...renewed })
        record(audit)
        return true
      },

      listOf: async (userId, now, idleSince) =>
        [...sessions.values()]
          .filter((session) => session.userId === userId)
          .filter(({ expiresAt, lastSeenAt }) => expiresAt > now && lastSeenAt > idleSince)
          .toSorted((one, other) => other.lastSeenAt - one.lastSeenAt),

      async endOne(userId, sessionId, audit) {
        const session = [...sessions.values()].find(({ id }) => id === sessionId)
        if (session?.userId !== userId) return false
        sessions.delete(session.secretSha256)
        record(audit)
        return true
      },

      async endOthersOf(userId, keptId, audit) {
        endSessionsOf(userId, keptId)
        endLinkOf(userId)
        record(audit)
      },

      async end(secretSha256, audit) {
        if (sessions.delete(secretSha256)) record(audit)
      },

      async endAllOf(userId, audit) {
        endSessionsOf(userId)
        endLinkOf(userId)
        record(audit)
      },

      async removeEnded(now, idleSince) {
        for (const session of sessions.values()) {
          if (session.expiresAt <= now || session.lastSeenAt <= idleSince)
            sessions.delete(session.secretSha256)
        }
      },
    },

    oidc: {
      async begin(signIn, most) {
        begun.set(signIn.stateSha256, signIn)
        const byEnd = begun
          .values()
          .toArray()
          .toSorted((one, other) => other.expiresAt - one.expiresAt)
        for (const { stateSha256 } of byEnd.slice(most)) begun.delete(stateSha256)
      },

      async take({ stateSha256, browserSha256 }) {
        const taken = begun.get(stateSha256)
        if (taken?.browserSha256 !== browserSha256) return undefined
        begun.delete(stateSha256)
        return taken
      },

      async removeExpired(now) {
        for (const one of begun.values()) if (one.expiresAt <= now) begun.delete(one.stateSha256)
      },

      async join(user, identity, audit) {
        if (findByEmail(user.email) || identities.has(identityKeyOf(identity))) return false
        users.set(user.id, { ...user, roles: byWorkspace(user) })
        identities.set(identityKeyOf(identity), identity)
        record(audit)
        return true
      },

      async takeRoles(userId, held, audit) {
        const user = users.get(userId)
        if (!user) return 'done'
        if (user.sysadmin && !held.sysadmin && !isAdministeredWithout(userId)) return 'last-administrator'
        users.set(userId, { ...user, ...held, roles: byWorkspace(held) })
        if (takesAway(user, held)) endLinks(userId, held, audit.at)
        if (holdsNothing(held)) endSessionsOf(userId)
        record(audit)
        return 'done'
      },

      async keepIdToken(sessionId, sealedIdToken) {
        if (hasSession(sessionId)) idTokens.set(sessionId, sealedIdToken)
      },

      idTokenOf: async (sessionId) => (hasSession(sessionId) ? idTokens.get(sessionId) : undefined),
    },
  }
}

const identityKeyOf = ({ kind, issuer, subject }: IdentityKey) => JSON.stringify([kind, issuer, subject])
