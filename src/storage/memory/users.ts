import type { AuditRecord } from '#service/audit/store.ts'
import { holdsNothing, takesAway } from '#service/users/held.ts'
import type { OidcStore, StoredOidcSignIn } from '#service/sign-in/oidc/store.ts'
import type { SessionStore, StoredSession } from '#service/sign-in/store.ts'
import type {
  IdentityKey,
  IdentityStore,
  SetUpLinkStore,
  StoredIdentity,
  StoredSetUpLink,
  StoredUser,
  UserStore,
} from '#service/users/store.ts'

/** Users and what ends with them or with their links: one change reaches into all of these. */
export function memoryUsers(record: (audit: AuditRecord) => void): {
  users: UserStore
  identities: IdentityStore
  setUpLinks: SetUpLinkStore
  sessions: SessionStore
  oidc: OidcStore
} {
  const users = new Map<string, StoredUser>()
  const identities = new Map<string, StoredIdentity>()
  const links = new Map<string, StoredSetUpLink>()
  const sessions = new Map<string, StoredSession>()
  const begun = new Map<string, StoredOidcSignIn>()
  const idTokens = new Map<string, Uint8Array>()

  const findByEmail = (email: string) => users.values().find((user) => user.email === email)

  const canSignIn = ({ id }: StoredUser) => identities.values().some(({ userId }) => userId === id)

  const endLinkOf = (userId: string | null) => {
    for (const link of links.values()) if (link.userId === userId) links.delete(link.codeSha256)
  }

  const replaceLink = (link: StoredSetUpLink) => {
    endLinkOf(link.userId)
    links.set(link.codeSha256, link)
  }

  const endSessionsOf = (userId: string) => {
    for (const session of sessions.values()) {
      if (session.userId === userId) sessions.delete(session.secretSha256)
    }
  }

  const hasSession = (sessionId: string) => sessions.values().some(({ id }) => id === sessionId)

  return {
    users: {
      isEmpty: async () => users.size === 0,
      find: async (userId) => users.get(userId),
      findByEmail: async (email) => findByEmail(email),
      list: async () => [...users.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1)),

      async create(user, link, audit) {
        if (findByEmail(user.email)) return false
        users.set(user.id, { ...user, roles: byWorkspace(user) })
        replaceLink(link)
        record(audit)
        return true
      },

      async setRoles(userId, held, audit) {
        const user = users.get(userId)
        if (!user) return false
        const next = { ...user, ...held, roles: byWorkspace(held) }
        const others = users.values().filter((other) => other.id !== userId)
        if (![next, ...others].some((one) => one.sysadmin && canSignIn(one))) return false
        users.set(userId, next)
        if (takesAway(user, next)) endLinkOf(userId)
        record(audit)
        return true
      },
    },

    identities: {
      find: async (key) => identities.get(identityKeyOf(key)),
      listOf: async (userId) => [...identities.values()].filter((identity) => identity.userId === userId),
    },

    setUpLinks: {
      find: async (codeSha256) => links.get(codeSha256),

      async removeExpired(now) {
        for (const link of links.values()) if (link.expiresAt <= now) links.delete(link.codeSha256)
      },

      async replace(link, audit) {
        if (link.userId === null && users.size > 0) return false
        replaceLink(link)
        record(audit)
        return true
      },

      async use(codeSha256, identity, firstUser, audit) {
        const link = links.get(codeSha256)
        if (!link || link.userId !== (firstUser ? null : identity.userId)) return false
        if (firstUser && users.size > 0) return false
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
        if (identities.get(identityKeyOf(verified))?.secret !== verified.secret) return false
        sessions.set(session.secretSha256, session)
        record(audit)
        return true
      },

      async touch(secretSha256, lastSeenAt) {
        const session = sessions.get(secretSha256)
        if (session) sessions.set(secretSha256, { ...session, lastSeenAt })
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
        if (!user) return
        users.set(userId, { ...user, ...held, roles: byWorkspace(held) })
        if (takesAway(user, held)) endLinkOf(userId)
        if (holdsNothing(held)) endSessionsOf(userId)
        record(audit)
      },

      async keepIdToken(sessionId, sealedIdToken) {
        if (hasSession(sessionId)) idTokens.set(sessionId, sealedIdToken)
      },

      idTokenOf: async (sessionId) => (hasSession(sessionId) ? idTokens.get(sessionId) : undefined),
    },
  }
}

const byWorkspace = ({ roles }: Pick<StoredUser, 'roles'>) =>
  roles.toSorted((one, other) => (one.workspace < other.workspace ? -1 : 1))

const identityKeyOf = ({ kind, issuer, subject }: IdentityKey) => JSON.stringify([kind, issuer, subject])
