import * as v from 'valibot'
import { auditDetails } from '#contract/audit-details.ts'
import { hashOf } from './chain.ts'
import type { ChainLink, FoundRecord } from './store.ts'

/** Reads one chain. */
export type ChainReader = {
  /** Where the chain says that it ends. */
  head: () => Promise<ChainLink | undefined>
  /** The last record that says that older ones were removed. */
  removal: () => Promise<FoundRecord | undefined>
  /** The next records by position, a page of them; undefined begins at the first. */
  after: (record: FoundRecord | undefined) => Promise<FoundRecord[]>
}

/** Whether the service made that record of a removal, as its seal tells. */
export type IsOurs = (removal: FoundRecord) => Promise<boolean>

/**
 * What is wrong at a record. `changed`: it, or else the one before it, which got a new hash. `inserted`: its position is
 * another's, or none. `moved`: it no longer stands where it was written. `missing`: so many records between these two; null
 * is the beginning or the end of the chain. `head`: the chain does not end where it says; the last record, null for none, was
 * replaced or added without a trace there, or that trace was changed. `removal`: the record says that older ones were removed,
 * and it was not the service that removed them, as far as its seal can be read.
 */
export type Fault =
  | { kind: 'changed' | 'inserted' | 'moved' | 'removal'; record: FoundRecord }
  | { kind: 'missing'; count: number; after: FoundRecord | null; before: FoundRecord | null }
  | { kind: 'head'; record: FoundRecord | null }

export type Verification = {
  /** The record of what was removed from the beginning; undefined when nothing was. */
  removal: FoundRecord | undefined
  recordCount: number
  first: FoundRecord | undefined
  last: FoundRecord | undefined
  /** The first FAULTS_TOLD of `faultCount`. */
  faults: Fault[]
  faultCount: number
}

/** A chain that was renumbered has a fault at each record. */
export const FAULTS_TOLD = 20

/** What was verified last, or removed last. */
type Verified = { position: number; hash: string | null; record: FoundRecord | undefined }

/**
 * Reads a chain from its beginning to its end and says where it is not as it was written. It may grow meanwhile, and lose its
 * first records to the service. Whoever writes every record and the head anew leaves no fault: only a hash that was noted
 * elsewhere shows that.
 *
 * @param visit is told each record that stands in its place
 */
export async function verifyChain(
  { head, removal, after }: ChainReader,
  isOurs: IsOurs,
  visit: (record: FoundRecord) => void,
): Promise<Verification> {
  const found: Verification = {
    removal: await removal(),
    recordCount: 0,
    first: undefined,
    last: undefined,
    faults: [],
    faultCount: 0,
  }
  const note = (faults: Fault[]) => {
    found.faultCount += faults.length
    found.faults.push(...faults.slice(0, FAULTS_TOLD - found.faults.length))
  }
  let last = endOf(found.removal)
  let removedMeanwhile = Number.NEGATIVE_INFINITY
  for (let read: FoundRecord | undefined; ;) {
    // Before the records, so that one appended in between is no fault: no record is stored without its head.
    const end = await head()
    const records = await after(read)
    if (records.length === 0) {
      note(faultsAtEnd(last, end))
      if (found.removal !== undefined && !(await isOurs(found.removal))) {
        note([{ kind: 'removal', record: found.removal }])
      }
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
      if (Number(record.position) > last.position + 1) {
        const latest = await removal()
        if (endOf(latest).position > last.position) {
          found.removal = latest
          last = endOf(latest)
          removedMeanwhile = last.position
        }
      }
      if (Number(record.position) <= removedMeanwhile) continue
      const faults = faultsAt(record, last)
      note(faults)
      if (faults.some(({ kind }) => kind === 'inserted')) continue
      found.first ??= record
      found.last = record
      last = { position: Number(record.position), hash: String(record.hash), record }
      visit(record)
    }
  }
}

const Removal = v.pipe(v.string(), v.parseJson(), auditDetails['audit.removed'])

/** What a record says of the end of what was removed. */
export function removedIn({ detail }: FoundRecord): (ChainLink & { seal: string }) | undefined {
  const read = v.safeParse(Removal, detail)
  return read.success ? read.output : undefined
}

/** Where what was removed ends, and the chain as it is kept begins. */
function endOf(removal: FoundRecord | undefined): Verified {
  const { position = 0, hash = null } = (removal && removedIn(removal)) ?? {}
  return { position, hash, record: undefined }
}

function faultsAt(record: FoundRecord, last: Verified): Fault[] {
  const missing = Number(record.position) - last.position - 1
  if (missing < 0) return [{ kind: 'inserted', record }]
  if (missing > 0) return [{ kind: 'missing', count: missing, after: last.record ?? null, before: record }]
  const isMoved = last.record !== undefined && Number(record.sequence) <= Number(last.record.sequence)
  const isChanged = record.hash !== hashOf(record, last.hash)
  return [
    ...(isChanged ? [{ kind: 'changed', record } as const] : []),
    ...(isMoved ? [{ kind: 'moved', record } as const] : []),
  ]
}

function faultsAtEnd({ position, hash, record }: Verified, end: ChainLink | undefined): Fault[] {
  const missing = (end?.position ?? 0) - position
  if (missing > 0) return [{ kind: 'missing', count: missing, after: record ?? null, before: null }]
  return missing === 0 && (end?.hash ?? null) === hash ? [] : [{ kind: 'head', record: record ?? null }]
}

const isPlace = (value: unknown) => Number.isSafeInteger(value)
