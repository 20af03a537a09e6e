import { hashOf } from './chain.ts'
import type { ChainLink } from './store.ts'

/** A record as it was found: what should be a number and is none comes as its text. */
export type FoundRecord = Parameters<typeof hashOf>[0] & {
  hash: unknown
  /** Counts the records of all clients as they came. */
  sequence: unknown
}

/** Reads one chain. */
export type ChainReader = {
  /** Where the chain says that it ends. */
  head: () => Promise<ChainLink | undefined>
  /** The next records by position, a page of them; undefined begins at the first. */
  after: (record: FoundRecord | undefined) => Promise<FoundRecord[]>
}

/**
 * What is wrong at a record. `changed`: it, or else the one before it, which got a new hash. `inserted`: its position is
 * another's, or none. `moved`: it no longer stands where it was written. `missing`: so many records between these two; null
 * is the beginning or the end of the chain. `head`: the chain does not end where it says; the last record, null for none, was
 * replaced or added without a trace there, or that trace was changed.
 */
export type Fault =
  | { kind: 'changed' | 'inserted' | 'moved'; record: FoundRecord }
  | { kind: 'missing'; count: number; after: FoundRecord | null; before: FoundRecord | null }
  | { kind: 'head'; record: FoundRecord | null }

export type Verification = {
  recordCount: number
  first: FoundRecord | undefined
  last: FoundRecord | undefined
  /** The first FAULTS_TOLD of `faultCount`. */
  faults: Fault[]
  faultCount: number
}

/** A chain that was renumbered has a fault at each record. */
export const FAULTS_TOLD = 20

/**
 * Reads a chain from its beginning to its end and says where it is not as it was written. It may grow meanwhile. Whoever
 * writes every record and the head anew leaves no fault: only a hash that was noted elsewhere shows that.
 *
 * @param visit is told each record that stands in its place
 */
export async function verifyChain(
  { head, after }: ChainReader,
  visit: (record: FoundRecord) => void,
): Promise<Verification> {
  const found: Verification = { recordCount: 0, first: undefined, last: undefined, faults: [], faultCount: 0 }
  const note = (faults: Fault[]) => {
    found.faultCount += faults.length
    found.faults.push(...faults.slice(0, FAULTS_TOLD - found.faults.length))
  }
  for (let read: FoundRecord | undefined; ;) {
    // Before the records, so that one appended in between is no fault: no record is stored without its head.
    const end = await head()
    const records = await after(read)
    if (records.length === 0) {
      note(faultsAtEnd(found.last, end))
      return found
    }
    for (const record of records) {
      found.recordCount += 1
      read = record
      if (!isPlace(record.position) || !isPlace(record.sequence)) {
        // Nothing says what comes after a record without a place.
        note([{ kind: 'inserted', record }])
        return found
      }
      const faults = faultsAt(record, found.last)
      note(faults)
      if (faults.some(({ kind }) => kind === 'inserted')) continue
      found.first ??= record
      found.last = record
      visit(record)
    }
  }
}

function faultsAt(record: FoundRecord, last: FoundRecord | undefined): Fault[] {
  const missing = Number(record.position) - positionOf(last) - 1
  if (missing < 0) return [{ kind: 'inserted', record }]
  if (missing > 0) return [{ kind: 'missing', count: missing, after: last ?? null, before: record }]
  const isMoved = last !== undefined && Number(record.sequence) <= Number(last.sequence)
  const isChanged = record.hash !== hashOf(record, last === undefined ? null : String(last.hash))
  return [
    ...(isChanged ? [{ kind: 'changed', record } as const] : []),
    ...(isMoved ? [{ kind: 'moved', record } as const] : []),
  ]
}

function faultsAtEnd(last: FoundRecord | undefined, end: ChainLink | undefined): Fault[] {
  const missing = (end?.position ?? 0) - positionOf(last)
  if (missing > 0) return [{ kind: 'missing', count: missing, after: last ?? null, before: null }]
  return missing === 0 && end?.hash === last?.hash ? [] : [{ kind: 'head', record: last ?? null }]
}

const positionOf = (record: FoundRecord | undefined) => Number(record?.position ?? 0)

const isPlace = (value: unknown) => Number.isSafeInteger(value)
