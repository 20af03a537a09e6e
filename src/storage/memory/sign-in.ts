import type { AuditRecord } from '#service/audit/store.ts'
import type { SessionStore, StoredSession } from '#service/sign-in/store.ts'
import type { SetUpLinkStore, StoredSetUpLink, StoredUser, UserStore } from '#service/users/store.ts'

export function memorySignIn(record: (audit: AuditRecord) => void): {
  users: UserStore
  setUpLinks: SetUpLinkStore
  sessions: SessionStore
} {
  const users = new Map<string, StoredUser>()
  const links = new Map<string, StoredSetUpLink>()
  const sessions = new Map<string, StoredSession>()

  const findByEmail = (email: string) => users.values().find((user) => user.email === email)

  const replaceLink = (link: StoredSetUpLink) => {
    for (const other of links.values()) if (other.userId === link.userId) links.delete(other.codeSha256)
    links.set(link.codeSha256, link)
  }

  const endSessionsOf = (userId: string) => {
    for (const session of sessions.values()) {
      if (session.userId === userId) sessions.delete(session.secretSha256)
    }
  }

  return {
    users: {
      isEmpty: async () => users.size === 0,
      find: async (userId) => users.get(userId),
      findByEmail: async (email) => findByEmail(email),
      list: async () => [...users.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1)),

      async create(user, link, audit) {
        if (findByEmail(user.email)) return false
        users.set(user.id, user)
        replaceLink(link)
        record(audit)
        return true
      },

      async setRoles(userId, held, audit) {
        const user = users.get(userId)
        if (!user) return false
        const next = { ...user, ...held }
        const others = users.values().filter((other) => other.id !== userId)
        if (![next, ...others].some(isSysadminAbleToSignIn)) return false
        users.set(userId, next)
        record(audit)
        return true
      },
    },

    setUpLinks: {
      find: async (codeSha256) => links.get(codeSha256),

      async replace(link, audit) {
        replaceLink(link)
        if (audit) record(audit)
      },

      async use(codeSha256, user, audit) {
        const link = links.get(codeSha256)
        if (!link || (link.userId === null && users.size > 0)) return false
        users.set(user.id, user)
        endSessionsOf(user.id)
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

      async start(session, audit) {
        sessions.set(session.secretSha256, session)
        record(audit)
      },

      async touch(secretSha256, lastSeenAt) {
        const session = sessions.get(secretSha256)
        if (session) sessions.set(secretSha256, { ...session, lastSeenAt })
      },

      async end(secretSha256, audit) {
        sessions.delete(secretSha256)
        record(audit)
      },

      async endAllOf(userId, audit) {
        endSessionsOf(userId)
        record(audit)
      },

      async removeEnded(now, idleSince) {
        for (const session of sessions.values()) {
          if (session.expiresAt <= now || session.lastSeenAt < idleSince)
            sessions.delete(session.secretSha256)
        }
      },
    },
  }
}

function isSysadminAbleToSignIn(user: StoredUser): boolean {
  return user.sysadmin && user.passwordHash !== null
}
