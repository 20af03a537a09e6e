import { BatchSyntaxError, rowsOf } from '#service/profiles/batch-rows.ts'
import { attributesWriter } from './attributes-json.ts'

/** More than this is not merged in bulk, so that whatever is merged surely fits onto all but the largest profiles. */
export const BULK_LIMIT_BYTES = 8 * 1024

const TEXT_TYPE = 25

/** A chunk as it was staged, and what its rows are read by. */
export type StagedChunk = {
  attributeNames: string[]
  firstLine: number
  bytes: Uint8Array
  /** Milliseconds since 1970, the attributes' own `modifiedAt`. */
  modifiedAt: number
}

/** What a row gives, as the inside of a JSON object: `"name":[value,modifiedAt],…`. */
type Row = { line: number; given: string }

/**
 * A row that gives nothing is ignored, as wire fact D16 says: it creates no profile and looks for none.
 *
 * @throws BatchSyntaxError
 */
export function rowsById({ attributeNames, firstLine, bytes, modifiedAt }: StagedChunk) {
  const written = attributesWriter(attributeNames, modifiedAt)
  const byId = new Map<string, Row[]>()
  let rowCount = 0
  for (const { line, id, values } of rowsOf(bytes, firstLine, attributeNames.length)) {
    rowCount += 1
    const given = written(values)
    if (given === '') continue
    const row = { line, given }
    const earlier = byId.get(id)
    if (earlier) earlier.push(row)
    else byId.set(id, [row])
  }
  return { rowCount, byId }
}

/** Texts as an array in PostgreSQL's binary form, which spares both sides the escaping. */
export type TextArray = Uint8Array<ArrayBuffer>

/** What a chunk gives to each profile: `attributes` is JSON of `{name: [value, modifiedAt]}` for the id at that place. */
export type ReadChunk = {
  rowCount: number
  mergeCount: number
  ids: TextArray
  attributes: TextArray
  /** Ids to which more is given than is merged in bulk. */
  large: string[]
}

/** Reads a chunk for merging; one that cannot be read tells its `problem`. */
export function readChunk(chunk: StagedChunk): ReadChunk | { problem: string } {
  try {
    const { rowCount, byId } = rowsById(chunk)
    const large: string[] = []
    const ids: string[] = []
    const attributes: string[] = []
    for (const [id, rows] of byId) {
      const attributesJson = `{${rows.map(({ given }) => given).join()}}`
      if (Buffer.byteLength(attributesJson) > BULK_LIMIT_BYTES) {
        large.push(id)
        continue
      }
      ids.push(id)
      attributes.push(attributesJson)
    }
    return { rowCount, mergeCount: ids.length, ids: textArray(ids), attributes: textArray(attributes), large }
  } catch (error) {
    if (!(error instanceof BatchSyntaxError)) throw error
    return { problem: error.message }
  }
}

function textArray(texts: string[]): TextArray {
  const charCount = texts.reduce((sum, text) => sum + text.length, 0)
  const bytes = Buffer.from(new ArrayBuffer(20 + 4 * texts.length + 3 * charCount))
  let end = 0
  // One dimension, no nulls, their type; how many, counted from 1.
  for (const field of [1, 0, TEXT_TYPE, texts.length, 1]) end = bytes.writeInt32BE(field, end)
  for (const text of texts) {
    const byteCount = bytes.write(text, end + 4)
    bytes.writeInt32BE(byteCount, end)
    end += 4 + byteCount
  }
  return new Uint8Array(bytes.buffer, 0, end)
}
