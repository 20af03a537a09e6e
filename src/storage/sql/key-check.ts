import type { SqlEngine } from './engine.ts'

/** A value sealed with the encryption key of this database, by which another key is recognised. */
export interface KeyCheckStore {
  find(): Promise<Uint8Array | undefined>
  /** Stores `sealed` unless there is one. @returns the one that is stored, by whichever process was first */
  establish(sealed: Uint8Array): Promise<Uint8Array>
}

export function sqlKeyCheck({ read, transaction }: SqlEngine): KeyCheckStore {
  return {
    find: async () => (await read.selectFrom('keyChecks').select('sealed').executeTakeFirst())?.sealed,

    establish: (sealed) =>
      transaction(async (trx) => {
        const stored = await trx.selectFrom('keyChecks').select('sealed').executeTakeFirst()
        if (stored) return stored.sealed
        await trx.insertInto('keyChecks').values({ sealed }).execute()
        return sealed
      }),
  }
}
