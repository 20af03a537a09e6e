import { BATCH_FAILURES_KEPT } from '#service/batches/store.ts'
import type { BatchFailure } from '#contract/batches.ts'
import type { ProfileIdKind } from '#contract/profiles.ts'
import type { AppliedRows, BatchKey } from '#service/batches/store.ts'
import { mergeOrCreateAll, mergeProfile } from './sqlite-profiles.ts'
import { givesSomething, type Page, type PagePlace, RunMerge, runOf, type Slice } from './sorted-runs.ts'
import type { SqliteStatements } from './sqlite-statements.ts'
import type { StagedChunk } from './staged-chunk.ts'

type NextBatch = {
  client_code: string
  batch_id: string
  version: 1 | 2
  id_kind: ProfileIdKind
  consumed_count: number
  applied_id: string | null
  applied_line: number | null
}

const NEXT_BATCH = `
  select client_code, batch_id, version, id_kind, consumed_count, applied_id, applied_line from batches
  where client_code = ?1 and state = 'incomplete' and exists (
    select 1 from batch_chunks
    where batch_chunks.client_code = batches.client_code and batch_chunks.batch_id = batches.batch_id)
  order by sequence limit 1`

const RUNS = `
  select run, min(first_line) as page from batch_chunks
  where client_code = ?1 and batch_id = ?2 group by run`
const ROWS_OF_PAGE = `
  select rows from batch_chunks where client_code = ?1 and batch_id = ?2 and first_line = ?3`
const PAGE_AFTER = `
  select first_line as page, run, rows from batch_chunks
  where client_code = ?1 and batch_id = ?2 and run = ?3 and first_line > ?4 order by first_line limit 1`

const STAGE_PAGE = `
  insert into batch_chunks (client_code, batch_id, first_line, run, row_count, merge_count, rows)
  values (?1, ?2, ?3, ?4, ?5, ?6, ?7)`

/** The line of the last failure that a batch may keep; no row while it has fewer. */
const LAST_KEPT_LINE = `
  select line from batch_failures where client_code = ?1 and batch_id = ?2
  order by line limit 1 offset ${BATCH_FAILURES_KEPT - 1}`
const KEEP_FAILURE = `
  insert into batch_failures (client_code, batch_id, line, id, reason) values (?1, ?2, ?3, ?4, ?5)`

const DROP_FAILURES = `
  delete from batch_failures where client_code = ?1 and batch_id = ?2 and line > (${LAST_KEPT_LINE})`

const DROP_PAGE = 'delete from batch_chunks where client_code = ?1 and batch_id = ?2 and first_line = ?3'

const IS_OVER = 'not exists (select 1 from batch_chunks where client_code = ?1 and batch_id = ?2)'
const RECORD_PROGRESS = `
  update batches set
    consumed_count = consumed_count + ?3 + ?4 + ?5,
    successful_updates = successful_updates + ?3,
    profiles_not_found = profiles_not_found + ?4,
    failed_updates = failed_updates + ?5,
    applied_id = ?7,
    applied_line = ?8,
    failed_attempts = 0,
    state = iif(${IS_OVER}, 'complete', 'incomplete'),
    finished_at = iif(${IS_OVER}, ?6, null)
  where client_code = ?1 and batch_id = ?2`

/** Characters of rows that are applied in one transaction, which makes a single update wait for about 10 ms. */
const SLICE_LENGTH = 512 * 1024

/** `BatchStore.stage` for SQLite. */
export function stageChunk(statements: SqliteStatements, batch: BatchKey, chunk: StagedChunk): void {
  const { clientCode, batchId } = batch
  statements.transaction(() => {
    for (const { firstLine, run, rowCount, mergeCount, rows } of runOf(chunk)) {
      statements.run(STAGE_PAGE, [clientCode, batchId, firstLine, run, rowCount, mergeCount, rows])
    }
    return true
  })
  // Gives the memory back now: while a batch comes in, hardly anything else makes the garbage collector run here.
  chunk.rows.buffer.transfer(0)
}

/** The batch that is being applied. What is in memory of it holds while the database says that as much of it is applied. */
type AtHand = { clientCode: string; batchId: string; consumedCount: number; merge: RunMerge }

/** @returns `BatchStore.applyNextChunk` for SQLite */
export function batchApplier(statements: SqliteStatements) {
  let atHand: AtHand | undefined

  function mergeOf(batch: NextBatch): RunMerge {
    const { client_code, batch_id, consumed_count } = batch
    const isAtHand =
      atHand?.clientCode === client_code &&
      atHand.batchId === batch_id &&
      atHand.consumedCount === consumed_count
    const merge = isAtHand && atHand ? atHand.merge : runMerge(statements, batch)
    // What fails leaves it in the middle of something.
    atHand = undefined
    return merge
  }

  return (clientCode: string, now: number): AppliedRows | null => {
    const [batch] = statements.run<NextBatch>(NEXT_BATCH, [clientCode]).rows
    if (!batch) return null
    const merge = mergeOf(batch)
    const slice = { ...merge.take(SLICE_LENGTH), isLast: merge.isOver }
    const applied =
      applyTogether(statements, batch, slice, now) ?? applyOneByOne(statements, batch, slice, now)
    if (!merge.isOver) {
      const { batch_id: batchId, consumed_count } = batch
      atHand = { clientCode, batchId, consumedCount: consumed_count + slice.rows.length, merge }
    }
    return applied
  }
}

function runMerge(statements: SqliteStatements, batch: NextBatch): RunMerge {
  const { client_code, batch_id, applied_id, applied_line } = batch
  const key = [client_code, batch_id]
  const places = statements.run<PagePlace>(RUNS, key).rows
  const pages = places.flatMap((place) =>
    statements
      .run<Pick<Page, 'rows'>>(ROWS_OF_PAGE, [...key, place.page])
      .rows.map((rows) => ({ ...place, ...rows })),
  )
  const last = applied_id === null || applied_line === null ? null : { id: applied_id, line: applied_line }
  return new RunMerge(
    pages,
    last,
    ({ run, page }) => statements.run<Page>(PAGE_AFTER, [...key, run, page]).rows[0],
  )
}

type LastOrNot = Slice & { isLast: boolean }

/** The fast way, open to slices of which every row is applied. @returns null, with nothing changed, for others */
function applyTogether(
  statements: SqliteStatements,
  batch: NextBatch,
  slice: LastOrNot,
  modifiedAt: number,
): AppliedRows | null {
  if (batch.version === 1) return null
  const target = targetOf(batch, modifiedAt)
  const applied = { successfulUpdates: slice.rows.length, profilesNotFound: 0, failedUpdates: 0 }
  const isApplied = statements.transaction(() => {
    if (!mergeOrCreateAll(statements, target, slice.rows.filter(givesSomething))) return false
    finish(statements, batch, slice, applied, modifiedAt)
    return true
  })
  return isApplied ? applied : null
}

function applyOneByOne(
  statements: SqliteStatements,
  batch: NextBatch,
  slice: LastOrNot,
  modifiedAt: number,
): AppliedRows {
  const target = targetOf(batch, modifiedAt)
  const applied = { successfulUpdates: 0, profilesNotFound: 0, failedUpdates: 0 }
  statements.transaction(() => {
    const failures: BatchFailure[] = []
    for (const row of slice.rows) {
      const outcome = givesSomething(row)
        ? mergeProfile(statements, target, row, batch.version === 2)
        : 'updated'
      if (outcome === 'updated') applied.successfulUpdates += 1
      else if (outcome === 'not-found') applied.profilesNotFound += 1
      else applied.failedUpdates += 1
      if (outcome !== 'updated') failures.push({ line: row.line, id: row.id, reason: outcome })
    }
    keepFailures(statements, batch, failures)
    finish(statements, batch, slice, applied, modifiedAt)
    return true
  })
  return applied
}

const targetOf = ({ client_code, id_kind }: NextBatch, modifiedAt: number) => ({
  clientCode: client_code,
  idKind: id_kind,
  modifiedAt,
})

function finish(
  statements: SqliteStatements,
  { client_code, batch_id }: NextBatch,
  { rows, emptied, isLast }: LastOrNot,
  applied: AppliedRows,
  now: number,
) {
  for (const page of emptied) statements.run(DROP_PAGE, [client_code, batch_id, page])
  const { successfulUpdates, profilesNotFound, failedUpdates } = applied
  const counts = [successfulUpdates, profilesNotFound, failedUpdates]
  const last = isLast ? undefined : rows.at(-1)
  const place = [last?.id ?? null, last?.line ?? null]
  statements.run(RECORD_PROGRESS, [client_code, batch_id, ...counts, now, ...place])
}

/** Keeps the first failures of a batch by line, in whatever order they come. */
function keepFailures(
  statements: SqliteStatements,
  { client_code, batch_id }: NextBatch,
  failures: BatchFailure[],
) {
  const [last] = statements.run<{ line: number }>(LAST_KEPT_LINE, [client_code, batch_id]).rows
  for (const { line, id, reason } of failures) {
    if (line < (last?.line ?? Infinity))
      statements.run(KEEP_FAILURE, [client_code, batch_id, line, id, reason])
  }
  statements.run(DROP_FAILURES, [client_code, batch_id])
}
