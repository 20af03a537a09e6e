import { sql } from 'kysely'
import { BATCH_FAILURES_KEPT, type BatchFailure } from '#contract/profiles.ts'
import {
  type BatchChunk,
  type BatchKey,
  FAILURE_REASONS,
  type NewBatch,
  type ProfileUpdateOutcome,
} from '#service/profiles/store.ts'
import { mergeProfiles } from './postgres-merge.ts'
import { mergeProfile } from './postgres-profiles.ts'
import { type ReadChunk, rowsById, type StagedChunk } from './postgres-rows.ts'
import type { Reading, ReadingAhead } from './reading-ahead.ts'
import type { Database } from './schema.ts'

type Batch = Omit<NewBatch, 'attributeNames' | 'receivedAt'> & { attributeNames: string }
/** `bytes` is null where they are not asked for. */
type Chunk = Omit<BatchChunk, 'rowCount' | 'bytes'> & { bytes: Uint8Array | null }

// The lock on its row is the claim: other processes pass the batch by until the transaction ends, however it does. They
// claim no later batch meanwhile, so that batches are applied in order.
const claim = (clientCode: string) => sql<Batch>`
  select client_code, batch_id, version, id_kind, attribute_names from batches
  where client_code = ${clientCode} and state = 'incomplete' and sequence = (
    select min(sequence) from batches where client_code = ${clientCode} and state = 'incomplete')
  for update skip locked`

/** `BatchStore.applyNextChunk` for PostgreSQL; a batch that another process is busy with is not one that waits. */
export function applyNextChunk(db: Database, reading: ReadingAhead, clientCode: string, now: number) {
  return unsynced(db, async (trx) => {
    const [batch] = (await claim(clientCode).execute(trx)).rows
    const chunk = batch && (await nextChunk(trx, reading, batch, now))
    if (!chunk) return false
    const read = await chunk.read
    if ('problem' in read) await giveUp(trx, batch, read.problem)
    else await applyChunk(trx, batch, chunk, read)
    return true
  })
}

/** `BatchStore.stage` for PostgreSQL. */
export function stageChunk(
  db: Database,
  { clientCode, batchId }: BatchKey,
  chunk: BatchChunk,
): Promise<void> {
  return unsynced(db, async (trx) => {
    await trx
      .insertInto('batchChunks')
      .values({ clientCode, batchId, ...chunk })
      .execute()
  })
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

/**
 * The chunk to apply; the one behind it is read meanwhile. To be asked for in a statement after the claim, for one and
 * the same would still see what another process took.
 */
async function nextChunk(trx: Database, reading: ReadingAhead, batch: Batch, now: number) {
  const kept = reading.kept(batch, now)
  const { clientCode, batchId } = batch
  const { rows } = await sql<Chunk>`
    select sequence, first_line, case when sequence = ${kept?.sequence ?? -1} then null else bytes end as bytes
    from batch_chunks where client_code = ${clientCode} and batch_id = ${batchId}
    order by sequence limit 2`.execute(trx)
  const attributeNames: string[] = JSON.parse(batch.attributeNames)
  const [next, afterNext] = rows.map(({ sequence, firstLine, bytes }) =>
    bytes === null
      ? kept
      : reading.read(batch, sequence, { attributeNames, firstLine, bytes, modifiedAt: now }),
  )
  reading.keep(afterNext)
  return next
}

async function applyChunk(trx: Database, batch: Batch, chunk: Reading, read: ReadChunk) {
  const { clientCode, batchId } = batch
  const { rowCount } = read
  const refused = await mergeRows(trx, batch, chunk.staged, read)
  await keepFailures(trx, batch, refused)
  await trx
    .deleteFrom('batchChunks')
    .where('clientCode', '=', clientCode)
    .where('batchId', '=', batchId)
    .where('sequence', '=', chunk.sequence)
    .execute()
  const notFound = refused.filter(({ outcome }) => outcome === 'not-found').length
  await sql`
    update batches set
      consumed_count = consumed_count + ${rowCount},
      successful_updates = successful_updates + ${rowCount - refused.length},
      profiles_not_found = profiles_not_found + ${notFound},
      failed_updates = failed_updates + ${refused.length - notFound},
      failed_attempts = 0,
      state = case when exists (
        select 1 from batch_chunks where client_code = ${clientCode} and batch_id = ${batchId}
      ) then 'incomplete' else 'complete' end
    where client_code = ${clientCode} and batch_id = ${batchId}`.execute(trx)
}

type Refused = { line: number; id: string; outcome: Exclude<ProfileUpdateOutcome, 'updated'> }

/** All in one go but those that might be too large; these row by row, for one may be refused and the next not. */
async function mergeRows(trx: Database, batch: Batch, staged: StagedChunk, read: ReadChunk) {
  const { clientCode, idKind, version } = batch
  const { modifiedAt } = staged
  const creates = version === 2
  const large = read.large.map((id) => ({ id, found: true }))
  const left = [...large, ...(await mergeProfiles(trx, { clientCode, idKind, modifiedAt, creates, ...read }))]
  if (left.length === 0) return []

  const refused: Refused[] = []
  const { byId } = rowsById(staged)
  for (const { id, found } of left) {
    for (const { line, given } of byId.get(id) ?? []) {
      const outcome =
        found || creates
          ? await mergeProfile(trx, { clientCode, idKind, id, modifiedAt }, `{${given}}`, creates)
          : 'not-found'
      if (outcome !== 'updated') refused.push({ line, id, outcome })
    }
  }
  return refused
}

/** Keeps the first failures of a batch, by line. */
async function keepFailures(trx: Database, { clientCode, batchId }: BatchKey, refused: Refused[]) {
  if (refused.length === 0) return
  const failures = refused.map(({ line, id, outcome }): BatchFailure => ({
    line,
    id,
    reason: FAILURE_REASONS[outcome],
  }))
  await sql`
    insert into batch_failures (client_code, batch_id, line, id, reason)
    select ${clientCode}, ${batchId}, line, id, reason
    from jsonb_to_recordset(${JSON.stringify(failures)}::jsonb) as failure (line integer, id text, reason text)
    order by line
    limit greatest(0, ${BATCH_FAILURES_KEPT} - (
      select count(*) from batch_failures
      where client_code = ${clientCode} and batch_id = ${batchId}))`.execute(trx)
}

async function giveUp(trx: Database, { clientCode, batchId }: BatchKey, stuckBecause: string) {
  await trx
    .updateTable('batches')
    .set({ state: 'stuck', stuckBecause })
    .where('clientCode', '=', clientCode)
    .where('batchId', '=', batchId)
    .execute()
}
