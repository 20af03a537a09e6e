import type { AuthorizationScope } from '#contract/profile-auth.ts'
import type { AuditRecord } from '#service/audit/store.ts'
import type { AccessStore } from '#service/access/store.ts'
import type { StoredToken, TokenStore } from '#service/profile-auth/store.ts'
import type { SettingsStore } from '#service/settings/store.ts'

export function memoryProfileAuth(
  settings: SettingsStore,
  record: (audit: AuditRecord) => void,
): { tokens: TokenStore; access: AccessStore } {
  const byId = new Map<string, StoredToken>()
  const currentOf = (clientCode: string, scope: AuthorizationScope) =>
    byId
      .values()
      .find((token) => token.clientCode === clientCode && token.scope === scope && token.endedAt === null)

  return {
    tokens: {
      current: async (clientCode, scope) => currentOf(clientCode, scope),

      async replaceCurrent(token, replaces, audit, settingsRevision) {
        const revision = (await settings.find(token.clientCode))?.revision ?? 0
        if (settingsRevision !== undefined && settingsRevision !== revision) return false
        const current = currentOf(token.clientCode, token.scope)
        if ((current?.id ?? null) !== replaces) return false
        if (current) byId.set(current.id, { ...current, sealedSecret: null, endedAt: token.createdAt })
        byId.set(token.id, token)
        record(audit)
        return true
      },

      async touch(tokenId, lastUsedAt) {
        const token = byId.get(tokenId)
        if (token) byId.set(tokenId, { ...token, lastUsedAt })
      },

      async noteExpired(clientCode, now) {
        for (const token of byId.values()) {
          if (token.clientCode === clientCode && token.expiresAt <= now && token.seenExpiredAt === null)
            byId.set(token.id, { ...token, seenExpiredAt: now })
        }
      },
    },

    access: {
      async find(clientCode, secretSha256) {
        const stored = await settings.find(clientCode)
        return {
          enableProfileApiAuthentication: stored?.settings.enableProfileApiAuthentication ?? false,
          token: byId.values().find((token) => token.secretSha256 === secretSha256),
        }
      },
    },
  }
}
