import { batchUpdateV2 } from '#contract/batches.ts'
import { pathOf } from '#contract/operation.ts'
import type { Client } from '#service/context.ts'

type Stage = {
  client: Client
  origin: string
  clock: { offsetMs: number }
  answer: (request: Request) => Promise<Response>
}

const LONG = 'a very long value '.repeat(300).trim()

/** Of a few visitors, with the hours since each batch came. */
const BATCHES = [
  {
    agoHours: 700,
    body: 'batch=thirdPartyId,city,loyaltyTier,newsletter\nanna,Oslo,silver,yes\nbo,Malmö,,no\n',
  },
  { agoHours: 30, body: 'batch=thirdPartyId,loyaltyTier,lastOrder\nanna,gold,2026-11-24\n' },
  { agoHours: 20, body: `batch=thirdPartyId,story,city\nlong,${LONG},Santiago de Compostela\n` },
  { agoHours: 1, body: 'batch=pcId,city\n2f1c9d,Bergen\n' },
]

/** Of two visitors, one of whom is stored. */
export const WAITING_BATCH = 'batch=thirdPartyId,loyaltyTier\nanna,platinum\ncarla,silver\n'

/** Fills profiles by the API that jobs use; nobody has to show a token. */
export async function bringVisitorsAbout({ client, origin, clock, answer }: Stage): Promise<void> {
  for (const { agoHours, body } of BATCHES) {
    clock.offsetMs = -agoHours * 3_600_000
    await sendBatch({ client, origin, answer }, body)
  }
  clock.offsetMs = 0
}

/** Sends a batch as a job does. */
export async function sendBatch(
  { client, origin, answer }: Omit<Stage, 'clock'>,
  body: string,
): Promise<void> {
  await answer(
    new Request(origin + pathOf(batchUpdateV2, { client: client.clientCode }), { method: 'POST', body }),
  )
}
