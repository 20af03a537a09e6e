import { BATCH_FAILURES_KEPT, type ProfileIdKind } from '#contract/profiles.ts'
import { BatchSyntaxError, rowsOf } from '#service/profiles/batch-rows.ts'
import { FAILURE_REASONS } from '#service/profiles/store.ts'
import { mergeProfile } from './sqlite-profiles.ts'
import type { SqliteStatements } from './sqlite-statements.ts'

type NextChunk = {
  client_code: string
  batch_id: string
  version: 1 | 2
  id_kind: ProfileIdKind
  attribute_names: string
  sequence: number
  first_line: number
  bytes: Uint8Array
}

const NEXT_CHUNK = `
  select b.client_code, b.batch_id, b.version, b.id_kind, b.attribute_names, c.sequence, c.first_line, c.bytes
  from batches b join batch_chunks c on c.batch_id = b.batch_id
  where b.state = 'incomplete'
  order by b.sequence, c.sequence limit 1`

const KEPT_FAILURES = 'select count(*) as count from batch_failures where batch_id = ?1'
const KEEP_FAILURE = 'insert into batch_failures (batch_id, line, id, reason) values (?1, ?2, ?3, ?4)'

const DROP_CHUNK = 'delete from batch_chunks where batch_id = ?1 and sequence = ?2'

const RECORD_PROGRESS = `
  update batches set
    consumed_count = consumed_count + ?2,
    successful_updates = successful_updates + ?3,
    profiles_not_found = profiles_not_found + ?4,
    failed_updates = failed_updates + ?5,
    state = iif(exists (select 1 from batch_chunks where batch_id = ?1), 'incomplete', 'complete')
  where batch_id = ?1`

const GIVE_UP = `update batches set state = 'stuck', stuck_because = ?2 where batch_id = ?1`

/** `BatchStore.applyNextChunk` for SQLite. */
export function applyNextChunk(statements: SqliteStatements, now: number): boolean {
  const [chunk] = statements.run<NextChunk>(NEXT_CHUNK).rows
  if (!chunk) return false
  try {
    statements.transaction(() => {
      const { consumed, successful, notFound, failed } = applyRows(statements, chunk, now)
      statements.run(DROP_CHUNK, [chunk.batch_id, chunk.sequence])
      statements.run(RECORD_PROGRESS, [chunk.batch_id, consumed, successful, notFound, failed])
    })
  } catch (error) {
    if (!(error instanceof BatchSyntaxError)) throw error
    statements.run(GIVE_UP, [chunk.batch_id, error.message])
  }
  return true
}

function applyRows(statements: SqliteStatements, chunk: NextChunk, modifiedAt: number) {
  const attributeNames: string[] = JSON.parse(chunk.attribute_names)
  const names = attributeNames.map((name) => JSON.stringify(name))
  const keep = failureKeeper(statements, chunk.batch_id)
  const counts = { consumed: 0, successful: 0, notFound: 0, failed: 0 }
  for (const { line, id, values } of rowsOf(chunk.bytes, chunk.first_line, names.length)) {
    const given: string[] = []
    for (const [column, value] of values.entries()) {
      if (value !== '') given.push(`${names[column]}:[${JSON.stringify(value)},${modifiedAt}]`)
    }
    // A row that gives nothing is ignored, as wire fact D16 says: it creates no profile and looks for none.
    const profile = { clientCode: chunk.client_code, idKind: chunk.id_kind, id, modifiedAt }
    const outcome =
      given.length === 0
        ? 'updated'
        : mergeProfile(statements, profile, `{${given.join()}}`, chunk.version === 2)
    counts.consumed += 1
    if (outcome === 'updated') counts.successful += 1
    else if (outcome === 'not-found') counts.notFound += 1
    else counts.failed += 1
    if (outcome !== 'updated') keep(line, id, FAILURE_REASONS[outcome])
  }
  return counts
}

/** Keeps the first failures of a batch; it counts once what earlier chunks have kept. */
function failureKeeper(statements: SqliteStatements, batchId: string) {
  let room: number | undefined
  return (line: number, id: string, reason: string) => {
    room ??=
      BATCH_FAILURES_KEPT - (statements.run<{ count: number }>(KEPT_FAILURES, [batchId]).rows[0]?.count ?? 0)
    if (room <= 0) return
    statements.run(KEEP_FAILURE, [batchId, line, id, reason])
    room -= 1
  }
}
