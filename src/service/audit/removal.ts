import { type Client, contextWithoutRequest } from '../context.ts'
import type { Cipher, Random } from '../ports.ts'
import { bytesOfText, textOfBytes } from '../secrets.ts'
import { auditRecord } from './record.ts'
import type { AuditStore, ChainLink } from './store.ts'
import { type IsOurs, removedIn } from './verification.ts'

export type RemovalNeeds = {
  client: Client
  audit: AuditStore
  cipher: Cipher
  random: Random
  now: () => number
  /** How long records are kept; 0: for ever. */
  auditKeptDays: number
}

const REMOVED_AT_ONCE = 1000
const DAY_MS = 86_400_000

/** The chains of a client: its own, and the one of older records that name no client. */
export const chainsOf = ({ clientCode }: Client): string[] => [clientCode, '']

/**
 * Removes the records that are older than is to be kept, a few at a time, so that others can write in between; each time
 * a record of it goes on with the chain. It waits until the oldest is a day too old, so that there are not many of these.
 */
export async function removeOldRecords(needs: RemovalNeeds): Promise<void> {
  if (needs.auditKeptDays === 0) return
  const before = needs.now() - needs.auditKeptDays * DAY_MS
  for (const chain of chainsOf(needs.client)) {
    const [oldest] = await needs.audit.after(chain, undefined, 1)
    if (oldest === undefined || !(Number(oldest.at) < before - DAY_MS)) continue
    while (await removeNext(needs, chain, before)) {
      // each turn removes a few
    }
  }
}

/** @returns whether there was one to remove */
const removeNext = (needs: RemovalNeeds, chain: string, before: number): Promise<boolean> =>
  needs.audit.removeFirst(chain, before, REMOVED_AT_ONCE, async (removed) => {
    const seal = textOfBytes(await needs.cipher.seal(sealedTextOf(removed), contextOf(chain)))
    const detail = { ...removed, keptDays: needs.auditKeptDays, seal }
    const context = contextWithoutRequest(needs, 'system')
    const record = auditRecord(needs, context, 'audit.removed', needs.client.clientCode, detail)
    return { ...record, clientCode: chain === '' ? null : chain }
  })

/** Whether a removal of a chain was sealed with the key of the service. */
export const sealedWith =
  (cipher: Cipher, chain: string): IsOurs =>
  async (removal) => {
    const removed = removedIn(removal)
    if (removed === undefined) return false
    try {
      return (await cipher.open(bytesOfText(removed.seal), contextOf(chain))) === sealedTextOf(removed)
    } catch {
      return false
    }
  }

const contextOf = (chain: string) => `audit.removed ${chain}`
const sealedTextOf = ({ position, hash }: ChainLink) => `${position} ${hash}`
