import type { AuditRecord } from '#service/audit/store.ts'
import { passkeyIdentity } from '#service/passkeys/passkey-identity.ts'
import type {
  CeremonyStore,
  NewPasskey,
  PasskeyStore,
  PasskeyUse,
  StoredCeremony,
  StoredPasskey,
} from '#service/passkeys/store.ts'
import type { Proof } from '#service/sign-in/store.ts'
import type { IdentityKey, StoredIdentity } from '#service/users/store.ts'

/** What passkeys reach into that is not theirs. */
type Reached = {
  record: (audit: AuditRecord) => void
  countIdentitiesOf: (userId: string, kinds: readonly StoredIdentity['kind'][]) => number
  putIdentity: (identity: StoredIdentity) => void
  removeIdentity: (key: IdentityKey) => void
  endSessionsOf: (userId: string) => void
}

/** Passkeys with their recovery codes, and ceremonies; `isProved` and `endCeremoniesOf` are for those who hold the sessions. */
export function memoryPasskeys(reached: Reached): {
  passkeys: PasskeyStore
  ceremonies: CeremonyStore
  /** Uses up what proves it. @returns false, with nothing stored, where it does not */
  isProved: (userId: string, proof: Proof) => boolean
  endCeremoniesOf: (userId: string) => void
  /** With the recovery codes. */
  removePasskeysOf: (userId: string) => void
} {
  const { record } = reached
  const passkeys = new Map<string, StoredPasskey>()
  const codes = new Map<string, Set<string>>()
  const ceremonies = new Map<string, StoredCeremony>()

  const listOf = (userId: string) =>
    passkeys
      .values()
      .filter((passkey) => passkey.userId === userId)
      .toArray()
  const findByCredential = (credentialId: string) =>
    passkeys.values().find((passkey) => passkey.credentialId === credentialId)

  function insert({ passkey, codesSha256 }: NewPasskey): boolean {
    if (findByCredential(passkey.credentialId)) return false
    passkeys.set(passkey.id, passkey)
    reached.putIdentity(passkeyIdentity(passkey))
    if (codesSha256) codes.set(passkey.userId, new Set(codesSha256))
    return true
  }

  function noteUse({ id, signCount, isBackedUp, at }: PasskeyUse): boolean {
    const passkey = passkeys.get(id)
    if (!passkey || (passkey.signCount !== 0 && passkey.signCount >= signCount)) return false
    passkeys.set(id, { ...passkey, signCount, isBackedUp, lastUsedAt: at })
    return true
  }

  function remove(passkey: StoredPasskey) {
    passkeys.delete(passkey.id)
    reached.removeIdentity(passkeyIdentity(passkey))
  }

  function removePasskeysOf(userId: string) {
    for (const passkey of listOf(userId)) remove(passkey)
    codes.delete(userId)
  }

  const endCeremoniesOf = (userId: string) => {
    for (const { keySha256, ...ceremony } of ceremonies.values()) {
      if (ceremony.userId === userId) ceremonies.delete(keySha256)
    }
  }

  const removeExpired = (now: number) => {
    for (const { keySha256, expiresAt } of ceremonies.values()) {
      if (expiresAt <= now) ceremonies.delete(keySha256)
    }
  }

  return {
    passkeys: {
      listOf: async (userId) => listOf(userId),
      findByCredential: async (credentialId) => findByCredential(credentialId),

      async add(added, most, audit) {
        if (listOf(added.passkey.userId).length >= most) return 'too-many'
        if (!insert(added)) return 'taken'
        record(audit)
        return 'added'
      },

      async rename(userId, id, name, recordOf) {
        const before = passkeys.get(id)
        if (before?.userId !== userId) return undefined
        const after = { ...before, name }
        passkeys.set(id, after)
        record(recordOf(before))
        return after
      },

      async remove(userId, id, waysIn, recordOf) {
        const passkey = passkeys.get(id)
        if (passkey?.userId !== userId) return 'missing'
        if (reached.countIdentitiesOf(userId, waysIn) === 1) return 'last'
        remove(passkey)
        if (listOf(userId).length === 0) codes.delete(userId)
        record(recordOf(passkey))
        return 'removed'
      },

      async removeAllOf(userId, waysIn, audit) {
        const all = listOf(userId)
        if (all.length > 0 && reached.countIdentitiesOf(userId, waysIn) === all.length) return false
        removePasskeysOf(userId)
        reached.endSessionsOf(userId)
        record(audit)
        return true
      },

      noteUse: async (use) => noteUse(use),

      countCodesOf: async (userId) => codes.get(userId)?.size ?? 0,

      async replaceCodes(userId, codesSha256, audit) {
        if (listOf(userId).length === 0) return false
        codes.set(userId, new Set(codesSha256))
        record(audit)
        return true
      },
    },

    ceremonies: {
      async begin(ceremony, mostOfNobody, now, audit) {
        if (ceremony.userId === null) {
          removeExpired(now)
          const ofNobody = ceremonies.values().filter(({ userId }) => userId === null)
          if ([...ofNobody].length >= mostOfNobody) return false
        }
        ceremonies.set(ceremony.keySha256, ceremony)
        if (audit) record(audit)
        return true
      },
      find: async (keySha256) => ceremonies.get(keySha256),
      end: async (keySha256) => ceremonies.delete(keySha256),
      removeExpired: async (now) => removeExpired(now),
    },

    isProved(userId, proof) {
      if (proof.kind === 'first-passkey') return insert(proof.added)
      if (proof.kind === 'recovery-code') return codes.get(userId)?.delete(proof.codeSha256) ?? false
      return noteUse(proof.use)
    },

    endCeremoniesOf,
    removePasskeysOf,
  }
}
