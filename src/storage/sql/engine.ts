import type { BatchStore } from '#service/batches/store.ts'
import type { ProfileStore } from '#service/profiles/store.ts'
import type { RawBuilder } from 'kysely'
import type { CountStore } from './counts.ts'
import type { Doubts } from './doubts.ts'
import type { Database } from './schema.ts'

/** What each engine gives: where to read, where to write, and its own fastest way to take rows in and to merge them. */
export type SqlEngine = {
  read: Database
  write: Database
  /**
   * What asks for the first row of a query that is asked very often: the text is prepared once, and nothing stands in between. Where the
   * database answers at once, so does this.
   */
  prepared: (
    sql: string,
  ) => (parameters: readonly unknown[]) => object | undefined | Promise<object | undefined>
  /** Does the work whole or not at all, and as if nothing else ran beside it; it may be done again to get there. */
  transaction: <Result>(work: (trx: Database) => Promise<Result>) => Promise<Result>
  /** Rows with one column, `value`, of JSON, to be selected from: any number of them in one parameter. */
  elementsOf: (rows: object[]) => RawBuilder<unknown>
  stage: BatchStore['stage']
  applyNextChunk: BatchStore['applyNextChunk']
  updateProfile: ProfileStore['update']
  /** Resolves when everything written is where a copy of the database's file alone has it. */
  settle: () => Promise<void>
  doubts: Doubts
  /** What a failure is thrown as: `unavailable` when it lies in the database or the way to it, itself when in the code. */
  toldAs: (error: unknown) => unknown
  /** Settles with the reason when nothing can be written any more, and only a new process can open the database anew. */
  failed: Promise<Error>
  /** As those of SqlStorage. */
  tables: Database
  counts: CountStore | null
  endSoon: () => void
  close: () => Promise<void>
}
