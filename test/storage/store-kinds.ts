import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Stores } from '#service/stores.ts'
import { memoryStores } from '#storage/memory/memory-stores.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { emptyDatabase } from '../support/postgres.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Every kind of store; whatever a test says of one holds for all. */
export const storeKinds: { kind: string; open: () => Promise<Stores> }[] = [
  { kind: 'memory', open: async () => memoryStores() },
  {
    kind: 'SQLite',
    async open() {
      const storage = await openSqlite(join(temporaryFolder(), 'test.sqlite'))
      onTestFinished(() => storage.close())
      return storage.stores
    },
  },
  {
    kind: 'PostgreSQL',
    async open() {
      const storage = await openPostgres(await emptyDatabase())
      onTestFinished(() => storage.close())
      return storage.stores
    },
  },
]
