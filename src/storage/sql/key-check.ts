import type { SqlEngine } from './sql-storage.ts'

/** A value sealed with the encryption key of this database, by which another key is recognised. */
export interface KeyCheckStore {
  find(): Promise<Uint8Array | undefined>
  store(sealed: Uint8Array): Promise<void>
}

export function sqlKeyCheck({ read, write }: SqlEngine): KeyCheckStore {
  return {
    find: async () => (await read.selectFrom('keyChecks').select('sealed').executeTakeFirst())?.sealed,
    store: async (sealed) => void (await write.insertInto('keyChecks').values({ sealed }).execute()),
  }
}
