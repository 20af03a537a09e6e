import { BatchSyntaxError, rowsOf } from '#service/profiles/batch-rows.ts'
import type { SqliteStatements } from './sqlite-statements.ts'

type NextChunk = {
  client_code: string
  batch_id: string
  version: 1 | 2
  id_kind: string
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

// RFC 7396 replaces an array as a whole, so a `[value, modifiedAt]` takes the place of the one before.
const UPDATE = `
  update profiles set attributes = json_patch(attributes, ?5), modified_at = ?4
  where client_code = ?1 and id_kind = ?2 and id = ?3`

const CREATE_OR_UPDATE = `
  insert into profiles (client_code, id_kind, id, modified_at, attributes) values (?1, ?2, ?3, ?4, ?5)
  on conflict do update set
    attributes = json_patch(attributes, excluded.attributes), modified_at = excluded.modified_at`

const DROP_CHUNK = 'delete from batch_chunks where batch_id = ?1 and sequence = ?2'

const RECORD_PROGRESS = `
  update batches set
    consumed_count = consumed_count + ?2,
    successful_updates = successful_updates + ?3,
    profiles_not_found = profiles_not_found + ?2 - ?3,
    state = iif(exists (select 1 from batch_chunks where batch_id = ?1), 'incomplete', 'complete')
  where batch_id = ?1`

const GIVE_UP = `update batches set state = 'stuck', stuck_because = ?2 where batch_id = ?1`

/** `BatchStore.applyNextChunk` for SQLite. */
export function applyNextChunk(statements: SqliteStatements, now: number): boolean {
  const [chunk] = statements.run<NextChunk>(NEXT_CHUNK).rows
  if (!chunk) return false
  try {
    statements.transaction(() => {
      const { consumed, successful } = applyRows(statements, chunk, now)
      statements.run(DROP_CHUNK, [chunk.batch_id, chunk.sequence])
      statements.run(RECORD_PROGRESS, [chunk.batch_id, consumed, successful])
    })
  } catch (error) {
    if (!(error instanceof BatchSyntaxError)) throw error
    statements.run(GIVE_UP, [chunk.batch_id, error.message])
  }
  return true
}

function applyRows(statements: SqliteStatements, chunk: NextChunk, now: number) {
  const apply = statements.prepare(chunk.version === 1 ? UPDATE : CREATE_OR_UPDATE)
  const attributeNames: string[] = JSON.parse(chunk.attribute_names)
  const names = attributeNames.map((name) => JSON.stringify(name))
  let consumed = 0
  let successful = 0
  for (const { id, values } of rowsOf(chunk.bytes, chunk.first_line, names.length)) {
    const given: string[] = []
    for (const [column, value] of values.entries()) {
      if (value !== '') given.push(`${names[column]}:[${JSON.stringify(value)},${now}]`)
    }
    consumed += 1
    // A row that gives nothing is ignored, as wire fact D16 says: it creates no profile and looks for none.
    if (given.length === 0) successful += 1
    else
      successful += Number(apply.run(chunk.client_code, chunk.id_kind, id, now, `{${given.join()}}`).changes)
  }
  return { consumed, successful }
}
