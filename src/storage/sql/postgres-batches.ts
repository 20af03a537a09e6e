import { sql } from 'kysely'
import type { BatchFailure } from '#contract/batches.ts'
import {
  type AppliedRows,
  type BatchChunk,
  BATCH_FAILURES_KEPT,
  type BatchKey,
  type NewBatch,
} from '#service/batches/store.ts'
import type { ProfileUpdateOutcome } from '#service/profiles/store.ts'
import { type ChunkMerge, mergeMost, mergeTogether } from './postgres-merge.ts'
import { mergeProfile } from './postgres-profiles.ts'
import type { Database } from './schema.ts'
import { type StagedChunk, stagedChunks } from './staged-chunk.ts'

type Batch = Omit<NewBatch, 'receivedAt' | 'caller'>
type Chunk = Omit<StagedChunk, 'rows'>

// The lock on its row is the claim: other processes pass the batch by until the transaction ends, however it does. They
// claim no later batch meanwhile, so that batches are applied in order.
const claim = (clientCode: string) => sql<Batch>`
  select client_code, batch_id, version, id_kind from batches
  where client_code = ${clientCode} and state = 'incomplete' and sequence = (
    select min(sequence) from batches where client_code = ${clientCode} and state = 'incomplete')
  for update skip locked`

/** `BatchStore.applyNextChunk` for PostgreSQL; a batch that another process is busy with is not one that waits. */
export function applyNextChunk(db: Database, clientCode: string, now: number): Promise<AppliedRows | null> {
  return unsynced(db, async (trx) => {
    const [batch] = (await claim(clientCode).execute(trx)).rows
    const chunk = batch && (await nextChunk(trx, batch))
    return chunk ? applyChunk(trx, batch, chunk, now) : null
  })
}

/** `BatchStore.stage` for PostgreSQL. */
export async function stageRows(db: Database, { clientCode, batchId }: BatchKey, rows: BatchChunk) {
  for (const chunk of stagedChunks(rows)) {
    const values = { clientCode, batchId, ...chunk, run: null }
    await unsynced(db, (trx) => trx.insertInto('batchChunks').values(values).execute())
  }
}

/**
 * Spares the wait for the disk where none is needed: a chunk that a power cut undoes is staged again, by the sender who
 * was not answered, or still there to be applied again. The next synchronous commit makes it durable.
 */
function unsynced<Result>(db: Database, work: (trx: Database) => Promise<Result>): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    await sql`set local synchronous_commit = off`.execute(trx)
    return work(trx)
  })
}

/** To be asked for in a statement after the claim, for one and the same would still see what another process took. */
function nextChunk(trx: Database, { clientCode, batchId }: Batch): Promise<Chunk | undefined> {
  return trx
    .selectFrom('batchChunks')
    .select(['firstLine', 'rowCount', 'mergeCount'])
    .where('clientCode', '=', clientCode)
    .where('batchId', '=', batchId)
    .orderBy('firstLine')
    .limit(1)
    .executeTakeFirst()
}

async function applyChunk(
  trx: Database,
  batch: Batch,
  chunk: Chunk,
  modifiedAt: number,
): Promise<AppliedRows> {
  const { clientCode, batchId, idKind, version } = batch
  const { firstLine, rowCount, mergeCount } = chunk
  const merge = { clientCode, batchId, firstLine, idKind, modifiedAt, creates: version === 2 }
  const refused = (await applyTogether(trx, merge, mergeCount)) ? [] : await applyClosely(trx, merge)
  await keepFailures(trx, batch, refused)
  await trx
    .deleteFrom('batchChunks')
    .where('clientCode', '=', clientCode)
    .where('batchId', '=', batchId)
    .where('firstLine', '=', firstLine)
    .execute()
  const profilesNotFound = refused.filter(({ outcome }) => outcome === 'not-found').length
  const failedUpdates = refused.length - profilesNotFound
  const successfulUpdates = rowCount - refused.length
  const isOver = sql<boolean>`not exists (
    select 1 from batch_chunks where client_code = ${clientCode} and batch_id = ${batchId})`
  await sql`
    update batches set
      consumed_count = consumed_count + ${rowCount},
      successful_updates = successful_updates + ${successfulUpdates},
      profiles_not_found = profiles_not_found + ${profilesNotFound},
      failed_updates = failed_updates + ${failedUpdates},
      failed_attempts = 0,
      state = case when ${isOver} then 'complete' else 'incomplete' end,
      finished_at = case when ${isOver} then cast(${modifiedAt} as bigint) end
    where client_code = ${clientCode} and batch_id = ${batchId}`.execute(trx)
  return { successfulUpdates, profilesNotFound, failedUpdates }
}

type Refused = { line: number; id: string; outcome: Exclude<ProfileUpdateOutcome, 'updated'> }

/** The fast way, open to chunks of which every row is applied. @returns false, with nothing changed, for others */
async function applyTogether(trx: Database, merge: ChunkMerge, mergeCount: number) {
  if (!merge.creates) return false
  await sql`savepoint together`.execute(trx)
  if ((await mergeTogether(trx, merge)) === mergeCount) return true
  await sql`rollback to savepoint together`.execute(trx)
  return false
}

/** Row by row what cannot be merged in one go, for one may be refused and the next not. */
async function applyClosely(trx: Database, merge: ChunkMerge) {
  const refused: Refused[] = []
  for (const { line, id, attributes, found } of await mergeMost(trx, merge)) {
    const outcome =
      found || merge.creates
        ? await mergeProfile(trx, { ...merge, id }, attributes, merge.creates)
        : 'not-found'
    if (outcome !== 'updated') refused.push({ line, id, outcome })
  }
  return refused
}

/** Keeps the first failures of a batch, by line. */
async function keepFailures(trx: Database, { clientCode, batchId }: BatchKey, refused: Refused[]) {
  if (refused.length === 0) return
  const { kept } = await trx
    .selectFrom('batchFailures')
    .select((row) => row.fn.countAll<number>().as('kept'))
    .where('clientCode', '=', clientCode)
    .where('batchId', '=', batchId)
    .executeTakeFirstOrThrow()
  const failures = refused
    .toSorted((one, other) => one.line - other.line)
    .slice(0, Math.max(0, BATCH_FAILURES_KEPT - kept))
    .map(({ line, id, outcome }): BatchFailure => ({ line, id, reason: outcome }))
  await sql`
    insert into batch_failures (client_code, batch_id, line, id, reason)
    select ${clientCode}, ${batchId}, line, id, reason
    from jsonb_to_recordset(${JSON.stringify(failures)}::jsonb) as failure (line integer, id text, reason text)`.execute(
    trx,
  )
}
