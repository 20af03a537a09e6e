import { sql } from 'kysely'
import { sha256Hex } from '#service/sha256.ts'
import { type CountStore, NOTHING } from './counts.ts'
import type { Database } from './schema.ts'

/** How often what says nothing any more is removed. */
const REMOVAL_MS = 60_000

/**
 * One for all processes on a PostgreSQL database, by its clock. What somebody typed is kept as a fingerprint alone; a crash of
 * the server forgets all, as its standbys do.
 *
 * @param db whose connections wait for no standby's confirmation, for nothing here is sent to one
 */
export function postgresCounts(db: Database): CountStore {
  let removedAtMs = 0

  async function removeOld(nowMs: number) {
    if (nowMs - removedAtMs < REMOVAL_MS) return
    removedAtMs = nowMs
    await db.deleteFrom('limitCounts').where('untilMs', '<=', nowMs).execute()
  }

  return {
    async change(keys, next) {
      const fingerprints = keys.map(({ kind, key }) => sha256Hex(`${kind} ${key}`))
      // In one order, so that two that lock the same rows wait for each other and never in a circle.
      const inOrder = fingerprints.toSorted().map((key) => ({ key, ...NOTHING }))
      const nowMs = await db.transaction().execute(async (trx) => {
        const rows = await trx
          .insertInto('limitCounts')
          .values(inOrder)
          // Changes nothing, and has the row to itself.
          .onConflict((conflict) =>
            conflict.column('key').doUpdateSet({ taken: (row) => row.ref('limitCounts.taken') }),
          )
          .returningAll()
          .returning(sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`.as('nowMs'))
          .execute()
        const at = Math.max(...rows.map((row) => row.nowMs))
        const found = fingerprints.map((key) => rows.find((row) => row.key === key) ?? NOTHING)
        const counts = next(found, at) ?? []
        for (const [index, { taken, untilMs }] of counts.entries()) {
          await trx
            .updateTable('limitCounts')
            .set({ taken, untilMs: Math.ceil(untilMs) })
            .where('key', '=', fingerprints[index] ?? '')
            .execute()
        }
        return at
      })
      await removeOld(nowMs)
    },
  }
}
