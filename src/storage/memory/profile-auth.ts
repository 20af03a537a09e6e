import type { AuthorizationScope } from '#contract/profile-auth.ts'
import { MAX_OVERLAPPING_TOKENS } from '#contract/rotation.ts'
import type { AuditRecord } from '#service/audit/store.ts'
import type { AccessStore } from '#service/access/store.ts'
import type { StoredToken, TokenOutcome, TokenStore, TokenUpdate } from '#service/profile-auth/store.ts'
import { works } from '#service/profile-auth/token.ts'
import type { SettingsStore } from '#service/settings/store.ts'

export function memoryProfileAuth(
  settings: SettingsStore,
  record: (audit: AuditRecord) => void,
): { tokens: TokenStore; access: AccessStore } {
  const byId = new Map<string, StoredToken>()
  const tokensOf = (clientCode: string, scope: AuthorizationScope) =>
    [...byId.values()].filter((token) => token.clientCode === clientCode && token.scope === scope)
  const currentOf = (clientCode: string, scope: AuthorizationScope) =>
    tokensOf(clientCode, scope).find(({ replacedAt }) => replacedAt === null)

  function update({ token, change, needsRoom }: TokenUpdate): TokenOutcome {
    const { id, clientCode, scope, revision, seenOverAt } = token
    if (needsRoom) {
      const overlapping = tokensOf(clientCode, scope).filter(
        (other) => other.id !== id && other.replacedAt !== null && works(other, change.changedAt),
      )
      if (overlapping.length >= MAX_OVERLAPPING_TOKENS) return 'full'
    }
    const stored = byId.get(id)
    if (stored?.revision !== revision || stored.seenOverAt !== seenOverAt) return 'overtaken'
    byId.set(id, { ...stored, ...change, revision: revision + 1 })
    return 'done'
  }

  return {
    tokens: {
      current: async (clientCode, scope) => currentOf(clientCode, scope),

      async find(clientCode, tokenId) {
        const token = byId.get(tokenId)
        return token?.clientCode === clientCode ? token : undefined
      },

      async list({ clientCode, scope, now }, limit) {
        return tokensOf(clientCode, scope)
          .filter((token) => !token.isEndedForGood && token.expiresAt > now)
          .toSorted(
            (a, b) =>
              placeOf(a, now) - placeOf(b, now) || b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1),
          )
          .slice(0, limit)
      },

      async replaceCurrent(token, former, audit, settingsRevision) {
        const revision = (await settings.find(token.clientCode))?.revision ?? 0
        if (settingsRevision !== undefined && settingsRevision !== revision) return 'overtaken'
        if (currentOf(token.clientCode, token.scope)?.id !== former?.token.id) return 'overtaken'
        const outcome = former === null ? 'done' : update(former)
        if (outcome !== 'done') return outcome
        byId.set(token.id, token)
        record(audit)
        return 'done'
      },

      async change(changing, audit) {
        const outcome = update(changing)
        if (outcome === 'done') record(audit)
        return outcome
      },

      async touch(tokenId, lastUsedAt) {
        const token = byId.get(tokenId)
        if (token) byId.set(tokenId, { ...token, lastUsedAt })
      },

      async noteOver(clientCode, now) {
        for (const token of byId.values()) {
          if (token.clientCode === clientCode && token.worksUntil <= now && token.seenOverAt === null)
            byId.set(token.id, { ...token, seenOverAt: now })
        }
      },
    },

    access: {
      async find(clientCode, secretSha256) {
        const stored = await settings.find(clientCode)
        return {
          enableProfileApiAuthentication: stored?.settings.enableProfileApiAuthentication ?? false,
          settingsChangedAt: stored?.changedAt ?? null,
          token: byId.values().find((token) => token.secretSha256 === secretSha256),
        }
      },
    },
  }
}

/** Of a list the newest comes first, then those that work. */
const placeOf = (token: StoredToken, now: number) =>
  token.replacedAt === null ? 0 : works(token, now) ? 1 : 2
