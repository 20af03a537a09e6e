import { type Notice, NOTICES_KEPT_DAYS } from '#contract/notices.ts'
import type { StuckBatch } from '../batches/store.ts'
import { DAY_MS, instant, startOfHour } from '../callers/periods.ts'
import type { Context } from '../context.ts'
import type { Matter, MatterNeeds } from './matter.ts'

/** A fault that has every batch stuck sends no more than so many notices an hour to anyone. */
const STUCK_TOLD_AN_HOUR = 3

/** That batches were given up. */
export async function stuckMatters({ batches }: MatterNeeds, { client, now }: Context): Promise<Matter[]> {
  const { clientCode } = client
  const stuck = await batches.stuckSince(clientCode, now - NOTICES_KEPT_DAYS * DAY_MS)
  const byHour = Map.groupBy(stuck, ({ stuckAt }) => startOfHour(stuckAt)).values()
  return [...byHour]
    .flatMap((ofHour) => ofHour.slice(0, STUCK_TOLD_AN_HOUR))
    .map((batch) => ({
      kind: 'stuck-batches',
      at: batch.stuckAt,
      events: [eventOf(batch)],
      notice: async () => stuckNotice(clientCode, batch),
    }))
}

/** One that was tried again is told of anew. */
const eventOf = ({ batchId, triedAgainAt }: StuckBatch) =>
  `batch.stuck ${batchId}${triedAgainAt === null ? '' : ` ${triedAgainAt}`}`

const stuckNotice = (
  clientCode: string,
  { batchId, batchSize, consumedCount, stuckAt }: StuckBatch,
): Notice => ({
  type: 'batch.stuck',
  timestamp: instant(stuckAt),
  data: { clientCode, batchId, rows: batchSize, rowsApplied: consumedCount },
})
