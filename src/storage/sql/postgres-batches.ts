import { sql } from 'kysely'
import { BATCH_FAILURES_KEPT, type BatchFailure } from '#contract/profiles.ts'
import { BatchSyntaxError, rowsOf } from '#service/profiles/batch-rows.ts'
import {
  type BatchChunk,
  type BatchKey,
  FAILURE_REASONS,
  type NewBatch,
  type ProfileUpdateOutcome,
} from '#service/profiles/store.ts'
import { BULK_LIMIT_BYTES, mergeProfiles } from './postgres-merge.ts'
import { mergeProfile } from './postgres-profiles.ts'
import type { Database } from './schema.ts'

type Batch = Omit<NewBatch, 'attributeNames' | 'receivedAt'> & { attributeNames: string }
type Chunk = Omit<BatchChunk, 'rowCount'>

// The lock on its row is the claim: other processes pass the batch by until the transaction ends, however it does. They
// claim no later batch meanwhile, so that batches are applied in order.
const claim = (clientCode: string) => sql<Batch>`
  select client_code, batch_id, version, id_kind, attribute_names from batches
  where client_code = ${clientCode} and state = 'incomplete' and sequence = (
    select min(sequence) from batches where client_code = ${clientCode} and state = 'incomplete')
  for update skip locked`

/** `BatchStore.applyNextChunk` for PostgreSQL; a batch that another process is busy with is not one that waits. */
export function applyNextChunk(db: Database, clientCode: string, now: number): Promise<boolean> {
  return unsynced(db, async (trx) => {
    const [batch] = (await claim(clientCode).execute(trx)).rows
    const chunk = batch && (await nextChunk(trx, batch))
    if (!chunk) return false
    try {
      await applyChunk(trx, batch, chunk, now)
    } catch (error) {
      if (!(error instanceof BatchSyntaxError)) throw error
      await giveUp(trx, batch, error.message)
    }
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

/** To be asked for in a statement after the claim, for one and the same would still see what another process took. */
function nextChunk(trx: Database, { clientCode, batchId }: BatchKey): Promise<Chunk | undefined> {
  return trx
    .selectFrom('batchChunks')
    .select(['sequence', 'firstLine', 'bytes'])
    .where('clientCode', '=', clientCode)
    .where('batchId', '=', batchId)
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst()
}

async function applyChunk(trx: Database, batch: Batch, chunk: Chunk, modifiedAt: number) {
  const { clientCode, batchId } = batch
  const { rowCount, byId } = readRows(batch, chunk, modifiedAt)
  const refused = await mergeRows(trx, batch, byId, modifiedAt)
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

/** What a row gives, as the inside of a JSON object: `"name":[value,modifiedAt],…`. */
type Row = { line: number; given: string }

/** A row that gives nothing is ignored, as wire fact D16 says: it creates no profile and looks for none. */
function readRows(batch: Batch, chunk: Chunk, modifiedAt: number) {
  const attributeNames: string[] = JSON.parse(batch.attributeNames)
  const names = attributeNames.map((name) => JSON.stringify(name))
  const byId = new Map<string, Row[]>()
  let rowCount = 0
  for (const { line, id, values } of rowsOf(chunk.bytes, chunk.firstLine, names.length)) {
    rowCount += 1
    const pairs: string[] = []
    for (const [column, value] of values.entries()) {
      if (value !== '') pairs.push(`${names[column]}:[${JSON.stringify(value)},${modifiedAt}]`)
    }
    if (pairs.length === 0) continue
    const row = { line, given: pairs.join() }
    const earlier = byId.get(id)
    if (earlier) earlier.push(row)
    else byId.set(id, [row])
  }
  return { rowCount, byId }
}

type Refused = { line: number; id: string; outcome: Exclude<ProfileUpdateOutcome, 'updated'> }

/** All in one go but those that might be too large; these row by row, for one may be refused and the next not. */
async function mergeRows(trx: Database, batch: Batch, byId: Map<string, Row[]>, modifiedAt: number) {
  const { clientCode, idKind, version } = batch
  const creates = version === 2
  const inBulk = new Map<string, string>()
  const left: { id: string; found: boolean }[] = []
  for (const [id, rows] of byId) {
    const attributesJson = `{${rows.map(({ given }) => given).join()}}`
    if (Buffer.byteLength(attributesJson) <= BULK_LIMIT_BYTES) inBulk.set(id, attributesJson)
    else left.push({ id, found: true })
  }
  left.push(...(await mergeProfiles(trx, { clientCode, idKind, modifiedAt, creates, attributes: inBulk })))

  const refused: Refused[] = []
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
