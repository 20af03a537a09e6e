import { SignInMethod } from '#contract/sign-in.ts'
import type { Proof, SessionStore, StoredSession } from '#service/sign-in/store.ts'
import type { StoredIdentity } from '#service/users/store.ts'
import { insertAudit } from './audit.ts'
import type { Doubts } from './doubts.ts'
import type { SqlEngine } from './engine.ts'
import { parsed } from './parsed.ts'
import { endCeremony, insertPasskey, noteUse, spendCode } from './passkeys.ts'
import type { Database, Tables } from './schema.ts'
import { endLinkOf } from './links.ts'
import { endSessionsOf, findUser, mayGetIn } from './users.ts'

export function sqlSessions({ read, write, transaction, doubts }: SqlEngine): SessionStore {
  return {
    async find(secretSha256) {
      const session = await read
        .selectFrom('sessions')
        .selectAll()
        .where('secretSha256', '=', secretSha256)
        .executeTakeFirst()
      const user = session && (await findUser(read, doubts, 'id', session.userId))
      if (!user) return undefined
      return { ...sessionFrom(session, doubts), user }
    },

    start: (session, verified, audit) =>
      transaction(async (trx) => {
        if (!(await isStill(trx, verified)) || !(await mayGetIn(trx, session.userId))) return false
        await trx.insertInto('sessions').values(session).execute()
        await see(trx, session.secretSha256, session.startedAt)
        await insertAudit(trx, audit)
        return true
      }),

    startBy: (ceremonySha256, session, verified, proof, audit) =>
      transaction(async (trx) => {
        const ceremony = await trx
          .selectFrom('ceremonies')
          .select('keySha256')
          .where('keySha256', '=', ceremonySha256)
          .executeTakeFirst()
        if (!ceremony) return 'expired'
        for (const identity of verified) if (!(await isStill(trx, identity))) return 'refused'
        if (!(await mayGetIn(trx, session.userId))) return 'refused'
        if (!(await isProved(trx, session.userId, proof))) return 'refused'
        await endCeremony(trx, ceremonySha256)
        await trx.insertInto('sessions').values(session).execute()
        await see(trx, session.secretSha256, session.startedAt)
        for (const record of audit) await insertAudit(trx, record)
        return 'started'
      }),

    async touch(secretSha256, lastSeenAt) {
      await write
        .updateTable('sessions')
        .set({ lastSeenAt })
        .where('secretSha256', '=', secretSha256)
        .execute()
      await see(write, secretSha256, lastSeenAt)
    },

    renew: (secretSha256, renewed, verified, audit) =>
      transaction(async (trx) => {
        if (!(await isStill(trx, verified))) return false
        const { numUpdatedRows } = await trx
          .updateTable('sessions')
          .set(renewed)
          .where('secretSha256', '=', secretSha256)
          .where('userId', '=', verified.userId)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        await insertAudit(trx, audit)
        return true
      }),

    async listOf(userId, now, idleSince) {
      const rows = await read
        .selectFrom('sessions')
        .selectAll()
        .where('userId', '=', userId)
        .where('expiresAt', '>', now)
        .where('lastSeenAt', '>', idleSince)
        .orderBy('lastSeenAt', 'desc')
        .execute()
      return rows.map((row) => sessionFrom(row, doubts))
    },

    endOne: (userId, sessionId, audit) =>
      transaction(async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom('sessions')
          .where('userId', '=', userId)
          .where('id', '=', sessionId)
          .executeTakeFirst()
        if (numDeletedRows === 0n) return false
        await insertAudit(trx, audit)
        return true
      }),

    endOthersOf: (userId, keptId, audit) =>
      transaction(async (trx) => {
        await trx.deleteFrom('sessions').where('userId', '=', userId).where('id', '<>', keptId).execute()
        await endLinkOf(trx, userId)
        await insertAudit(trx, audit)
      }),

    end: (secretSha256, audit) =>
      transaction(async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom('sessions')
          .where('secretSha256', '=', secretSha256)
          .executeTakeFirst()
        if (numDeletedRows > 0n) await insertAudit(trx, audit)
      }),

    endAllOf: (userId, audit) =>
      transaction(async (trx) => {
        await endSessionsOf(trx, userId)
        await endLinkOf(trx, userId)
        await insertAudit(trx, audit)
      }),

    async removeEnded(now, idleSince) {
      await write
        .deleteFrom('sessions')
        .where((eb) => eb.or([eb('expiresAt', '<=', now), eb('lastSeenAt', '<=', idleSince)]))
        .execute()
    },
  }
}

/** Whether what was verified is still what the identity has. */
async function isStill(trx: Database, { kind, issuer, subject, userId, secret }: StoredIdentity) {
  const identity = await trx
    .selectFrom('identities')
    .select('userId')
    .where((eb) => eb.and({ kind, issuer, subject, userId, secret }))
    .executeTakeFirst()
  return identity !== undefined
}

/** @returns false, with nothing stored, where it is not */
async function isProved(trx: Database, userId: string, proof: Proof): Promise<boolean> {
  if (proof.kind === 'passkey') return noteUse(trx, proof.use)
  if (proof.kind === 'recovery-code') return spendCode(trx, userId, proof.codeSha256)
  return insertPasskey(trx, proof.added)
}

const sessionFrom = (row: Tables['sessions'], { asInstant }: Doubts): StoredSession => ({
  ...row,
  lastSeenAt: asInstant(row.lastSeenAt, 'sessions.last_seen_at'),
  expiresAt: asInstant(row.expiresAt, 'sessions.expires_at'),
  authenticatedAt: asInstant(row.authenticatedAt, 'sessions.authenticated_at'),
  method: parsed(SignInMethod, row.method, 'sessions'),
})

/** Notes that the person of a session was seen, which outlives the session. */
async function see(db: Database, secretSha256: string, at: number) {
  await db
    .updateTable('users')
    .set({ lastSeenAt: at })
    .where('id', '=', (eb) =>
      eb.selectFrom('sessions').select('userId').where('secretSha256', '=', secretSha256),
    )
    .where((eb) => eb.or([eb('lastSeenAt', 'is', null), eb('lastSeenAt', '<', at)]))
    .execute()
}
