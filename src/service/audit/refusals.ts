import type { Random } from '../ports.ts'
import { newId } from '../secrets.ts'
import type { AuditRecord, AuditStore } from './store.ts'

/** So many refusals of one person or address in a minute have a record each. */
export const RECORDED_OF_EACH = 20
/** And so many of all addresses together, for an attacker may have any number of them; people have records beside these. */
export const RECORDED_OF_ADDRESSES = 100
const MINUTE_MS = 60_000

/** Records what was refused, in a number by which nobody can fill the database. */
export interface RefusalTrace {
  /** Records a refusal, or counts it. Never throws: the refusal stands, whatever becomes of its record. */
  record(refusal: AuditRecord): Promise<void>
  /** Records how many were only counted: one record for each person and address. To be called now and then. */
  flush(): Promise<void>
}

type Counted = { records: number; further: number; last: AuditRecord }

/** @param failed is told of a record that could not be stored, and why */
export function refusalTrace(
  { audit, random }: { audit: AuditStore; random: Random },
  failed: (error: unknown, requestId: string | null) => void,
): RefusalTrace {
  const ofThisMinute = new Map<string, Counted>()
  let minute = 0
  let recordsOfAddresses = 0

  const append = (record: AuditRecord) =>
    audit.append(record).catch((error: unknown) => failed(error, record.requestId))

  async function flush() {
    const counted = [...ofThisMinute.values()].filter(({ further }) => further > 0)
    const records = counted.map((one) => countOf(one, newId(random)))
    for (const one of counted) one.further = 0
    for (const record of records) await append(record)
  }

  async function begin(nextMinute: number) {
    const flushed = flush()
    ofThisMinute.clear()
    minute = nextMinute
    recordsOfAddresses = 0
    await flushed
  }

  /** Addresses without a record of their own count together, once there are records of enough of them. */
  function countedWith(refusal: AuditRecord): Counted {
    const isKnown = refusal.actorId !== null || ofThisMinute.has(refusal.remoteAddress ?? '')
    const last =
      isKnown || recordsOfAddresses < RECORDED_OF_ADDRESSES ? refusal : { ...refusal, remoteAddress: null }
    const who = last.actorId ?? last.remoteAddress ?? ''
    const counted = { records: 0, further: 0, ...ofThisMinute.get(who), last }
    ofThisMinute.set(who, counted)
    return counted
  }

  return {
    flush,
    async record(refusal) {
      const now = Math.floor(refusal.at / MINUTE_MS)
      if (now !== minute) await begin(now)
      const counted = countedWith(refusal)
      const isOfAddress = refusal.actorId === null
      if (
        counted.records >= RECORDED_OF_EACH ||
        (isOfAddress && recordsOfAddresses >= RECORDED_OF_ADDRESSES)
      ) {
        counted.further += 1
        return
      }
      counted.records += 1
      if (isOfAddress) recordsOfAddresses += 1
      await append(refusal)
    },
  }
}

function countOf({ last, further }: Counted, id: string): AuditRecord<'refusals.counted'> {
  const subject = last.actorId ?? last.remoteAddress ?? 'unknown'
  return { ...last, id, requestId: null, action: 'refusals.counted', subject, detail: { count: further } }
}
