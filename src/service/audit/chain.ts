import { sha256Hex } from '#service/sha256.ts'
import type { AuditRecord, ChainLink } from './store.ts'

/** A record as it is kept: its detail is JSON text. */
export type KeptRecord = Omit<AuditRecord, 'detail'> & { detail: string }

/** What the hash covers, in its order. A field that is added later stands at the end and is null in older records. */
const FIELDS = [
  'position',
  'id',
  'clientCode',
  'at',
  'actorKind',
  'actorId',
  'actorName',
  'remoteAddress',
  'requestId',
  'action',
  'subject',
  'result',
  'detail',
] as const

/**
 * The hash of a record in its chain: SHA-256, in lower-case hex, of the UTF-8 of a JSON array without white space. Its
 * first item is the hash of the record before, null for the first record; its second is an object of the fields above in
 * that order, those that are null left out: `position` and `at` as numbers, all else as text, `detail` the JSON text as it
 * is kept. JSON says where a text ends, so no two records are written the same way. A lone surrogate counts as U+FFFD,
 * which is what a database keeps of it.
 *
 * @param record as it is kept, or as it was found, whatever someone may have made of it
 */
export function hashOf(
  record: Readonly<Record<(typeof FIELDS)[number], unknown>>,
  hashBefore: string | null,
): string {
  const fields = FIELDS.map((name) => [name, wellFormed(record[name])]).filter(([, value]) => value !== null)
  return sha256Hex(JSON.stringify([hashBefore, Object.fromEntries(fields)]))
}

/** The record that follows `head`, the last one of its client's chain so far; undefined for the first. */
export function chained(record: AuditRecord, head: ChainLink | undefined): KeptRecord & ChainLink {
  const position = (head?.position ?? 0) + 1
  const kept = { ...record, detail: JSON.stringify(record.detail), position }
  return { ...kept, hash: hashOf(kept, head?.hash ?? null) }
}

/** Which chain a record belongs to: its client's, or the one of the records that name no client. */
export const chainOf = ({ clientCode }: Pick<AuditRecord, 'clientCode'>): string => clientCode ?? ''

const wellFormed = (value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value)
