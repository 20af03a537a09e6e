import type { SqlEngine } from './engine.ts'
import type { Database } from './schema.ts'

/** A value sealed with the encryption key of this database, by which another key is recognised. */
export interface KeyCheckStore {
  /** Undefined in a new database, and where an operator has emptied it so that the next start takes a new key. */
  find(): Promise<Uint8Array | undefined>
  /** Stores `sealed` unless there is one, so that it outlives all else. @returns the one that is stored, by whichever process was first */
  establish(sealed: Uint8Array): Promise<Uint8Array>
}

export function sqlKeyCheck({ read, transaction, settle }: SqlEngine): KeyCheckStore {
  return {
    find: () => findIn(read),

    async establish(sealed) {
      const established = await transaction(async (trx) => {
        const stored = await findIn(trx)
        if (stored) return stored
        await trx.deleteFrom('keyChecks').execute()
        await trx.insertInto('keyChecks').values({ sealed }).execute()
        return sealed
      })
      await settle()
      return established
    },
  }
}

async function findIn(db: Database): Promise<Uint8Array | undefined> {
  const rows = await db.selectFrom('keyChecks').select('sealed').execute()
  return rows.find(({ sealed }) => sealed.length > 0)?.sealed
}
