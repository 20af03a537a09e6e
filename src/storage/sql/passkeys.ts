import * as v from 'valibot'
import { passkeyIdentity } from '#service/passkeys/passkey-identity.ts'
import {
  CEREMONY_KINDS,
  type CeremonyStore,
  type NewPasskey,
  type PasskeyStore,
  type PasskeyUse,
  type StoredPasskey,
} from '#service/passkeys/store.ts'
import type { StoredIdentity } from '#service/users/store.ts'
import { insertAudit } from './audit.ts'
import type { Doubts } from './doubts.ts'
import type { SqlEngine } from './engine.ts'
import { parsed, parsedJson } from './parsed.ts'
import type { Database } from './schema.ts'
import { endSessionsOf } from './users.ts'

const Transports = v.array(v.string())
const CeremonyKind = v.picklist(CEREMONY_KINDS)

export function sqlPasskeys({ read, write, transaction, doubts }: SqlEngine): PasskeyStore {
  async function passkeyOf(trx: Database, userId: string, id: string) {
    const all = await passkeysBy(trx, doubts, 'userId', userId)
    return all.find((passkey) => passkey.id === id)
  }

  return {
    listOf: (userId) => passkeysBy(read, doubts, 'userId', userId),

    async findByCredential(credentialId) {
      const [passkey] = await passkeysBy(read, doubts, 'credentialId', credentialId)
      return passkey
    },

    add: (added, most, audit) =>
      transaction(async (trx) => {
        const { length } = await passkeysBy(trx, doubts, 'userId', added.passkey.userId)
        if (length >= most) return 'too-many'
        if (!(await insertPasskey(trx, added))) return 'taken'
        await insertAudit(trx, audit)
        return 'added'
      }),

    rename: (userId, id, name, recordOf) =>
      transaction(async (trx) => {
        const before = await passkeyOf(trx, userId, id)
        if (!before) return undefined
        await trx.updateTable('passkeys').set({ name }).where('id', '=', id).execute()
        await insertAudit(trx, recordOf(before))
        return { ...before, name }
      }),

    remove: (userId, id, waysIn, recordOf) =>
      transaction(async (trx) => {
        const before = await passkeyOf(trx, userId, id)
        if (!before) return 'missing'
        if ((await countIdentities(trx, userId, waysIn)) === 1) return 'last'
        await deletePasskey(trx, before)
        const left = await passkeysBy(trx, doubts, 'userId', userId)
        if (left.length === 0) await deleteCodes(trx, userId)
        await insertAudit(trx, recordOf(before))
        return 'removed'
      }),

    removeAllOf: (userId, waysIn, audit) =>
      transaction(async (trx) => {
        const all = await passkeysBy(trx, doubts, 'userId', userId)
        const count = await countIdentities(trx, userId, waysIn)
        if (all.length > 0 && count === all.length) return false
        for (const passkey of all) await deletePasskey(trx, passkey)
        await deleteCodes(trx, userId)
        await endSessionsOf(trx, userId)
        await insertAudit(trx, audit)
        return true
      }),

    noteUse: (use) => noteUse(write, use),

    countCodesOf: (userId) => countCodes(read, userId),

    replaceCodes: (userId, codesSha256, audit) =>
      transaction(async (trx) => {
        if ((await passkeysBy(trx, doubts, 'userId', userId)).length === 0) return false
        await insertCodes(trx, userId, codesSha256)
        await insertAudit(trx, audit)
        return true
      }),
  }
}

export function sqlCeremonies({ read, write, transaction, doubts }: SqlEngine): CeremonyStore {
  return {
    begin: (ceremony, mostOfNobody, now, audit) =>
      transaction(async (trx) => {
        if (ceremony.userId === null) {
          await trx.deleteFrom('ceremonies').where('expiresAt', '<=', now).execute()
          const { count } = await trx
            .selectFrom('ceremonies')
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .where('userId', 'is', null)
            .executeTakeFirstOrThrow()
          if (count >= mostOfNobody) return false
        }
        await trx
          .insertInto('ceremonies')
          .values(ceremony)
          .onConflict((conflict) => conflict.column('keySha256').doUpdateSet(ceremony))
          .execute()
        if (audit) await insertAudit(trx, audit)
        return true
      }),

    async find(keySha256) {
      const row = await read
        .selectFrom('ceremonies')
        .selectAll()
        .where('keySha256', '=', keySha256)
        .executeTakeFirst()
      return (
        row && {
          ...row,
          kind: parsed(CeremonyKind, row.kind, 'ceremonies'),
          expiresAt: doubts.asInstant(row.expiresAt, 'ceremonies.expires_at'),
        }
      )
    },

    async end(keySha256) {
      return endCeremony(write, keySha256)
    },

    async removeExpired(now) {
      await write.deleteFrom('ceremonies').where('expiresAt', '<=', now).execute()
    },
  }
}

/** @returns whether it was still there */
export async function endCeremony(db: Database, keySha256: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('ceremonies')
    .where('keySha256', '=', keySha256)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** @returns false, with nothing stored, when somebody has that passkey already */
export async function insertPasskey(trx: Database, { passkey, codesSha256 }: NewPasskey): Promise<boolean> {
  const { publicKey: _, createdAt: __, transports, isBackupEligible, isBackedUp, ...columns } = passkey
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('passkeys')
    .values({
      ...columns,
      transports: JSON.stringify(transports),
      isBackupEligible: Number(isBackupEligible),
      isBackedUp: Number(isBackedUp),
    })
    .onConflict((conflict) => conflict.column('credentialId').doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return false
  await trx.insertInto('identities').values(passkeyIdentity(passkey)).execute()
  if (codesSha256) await insertCodes(trx, passkey.userId, codesSha256)
  return true
}

/** @returns false, with nothing stored, unless it counts further than it did; 0 does not count */
export async function noteUse(db: Database, { id, signCount, isBackedUp, at }: PasskeyUse): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('passkeys')
    .set({ signCount, isBackedUp: Number(isBackedUp), lastUsedAt: at })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('signCount', '<', signCount), eb('signCount', '=', 0)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** @returns whether it was there */
export async function spendCode(trx: Database, userId: string, codeSha256: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('recoveryCodes')
    .where((eb) => eb.and({ userId, codeSha256 }))
    .executeTakeFirst()
  return numDeletedRows > 0n
}

async function passkeysBy(
  db: Database,
  { asSwitch }: Doubts,
  column: 'userId' | 'credentialId',
  value: string,
): Promise<StoredPasskey[]> {
  const rows = await db
    .selectFrom('passkeys')
    .innerJoin('identities', (join) =>
      join
        .on('identities.kind', '=', 'passkey')
        .onRef('identities.issuer', '=', 'passkeys.rpId')
        .onRef('identities.subject', '=', 'passkeys.credentialId')
        .onRef('identities.userId', '=', 'passkeys.userId'),
    )
    .selectAll('passkeys')
    .select(['identities.secret as publicKey', 'identities.createdAt'])
    .where(`passkeys.${column}`, '=', value)
    .orderBy('identities.createdAt')
    .orderBy('passkeys.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    transports: parsedJson(Transports, row.transports, 'passkeys.transports'),
    isBackupEligible: asSwitch(row.isBackupEligible, false, 'passkeys.is_backup_eligible'),
    isBackedUp: asSwitch(row.isBackedUp, false, 'passkeys.is_backed_up'),
  }))
}

async function countIdentities(
  db: Database,
  userId: string,
  kinds: readonly StoredIdentity['kind'][],
): Promise<number> {
  const rows = await db
    .selectFrom('identities')
    .select('subject')
    .where('userId', '=', userId)
    .where('kind', 'in', kinds)
    .execute()
  return rows.length
}

async function deletePasskey(trx: Database, passkey: StoredPasskey) {
  const { kind, issuer, subject } = passkeyIdentity(passkey)
  await trx.deleteFrom('passkeys').where('id', '=', passkey.id).execute()
  await trx
    .deleteFrom('identities')
    .where((eb) => eb.and({ kind, issuer, subject }))
    .execute()
}

async function countCodes(db: Database, userId: string): Promise<number> {
  const rows = await db
    .selectFrom('recoveryCodes')
    .select('codeSha256')
    .where('userId', '=', userId)
    .execute()
  return rows.length
}

const deleteCodes = (trx: Database, userId: string) =>
  trx.deleteFrom('recoveryCodes').where('userId', '=', userId).execute()

async function insertCodes(trx: Database, userId: string, codesSha256: string[]) {
  await deleteCodes(trx, userId)
  await trx
    .insertInto('recoveryCodes')
    .values(codesSha256.map((codeSha256) => ({ userId, codeSha256 })))
    .execute()
}
