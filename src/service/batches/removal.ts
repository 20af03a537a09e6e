import { DAY_MS } from '../callers/periods.ts'
import type { Client } from '../context.ts'
import type { BatchStore } from './store.ts'

export type BatchRemovalNeeds = {
  client: Client
  batches: BatchStore
  now: () => number
  /** How long batches and refused uploads are kept; 0: for ever. */
  batchesKeptDays: number
}

/**
 * Removes the next few batches, their failures and refused uploads that are too old to be kept.
 *
 * @returns whether there may be more
 */
export async function removeOldBatches(needs: BatchRemovalNeeds): Promise<boolean> {
  const { client, batches, now, batchesKeptDays } = needs
  if (batchesKeptDays === 0) return false
  return batches.removeBefore(client.clientCode, now() - batchesKeptDays * DAY_MS)
}
