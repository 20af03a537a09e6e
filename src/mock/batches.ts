import { batchUpdateV1, batchUpdateV2 } from '#contract/batches.ts'
import { pathOf } from '#contract/operation.ts'
import type { Ports } from '#service/app.ts'
import type { Client } from '#service/context.ts'
import type { ServiceEnv } from '#service/http/env.ts'
import { APPLY_ATTEMPTS } from '#service/batches/store.ts'

type Stage = {
  client: Client
  origin: string
  clock: { offsetMs: number }
  answer: (request: Request, bindings?: ServiceEnv['Bindings']) => Promise<Response>
}

type Sent = { agoHours: number; version?: 1 | 2; remoteAddress?: string; body: string }

const rows = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => `customer-${from + index},Oslo,gold\n`).join('')
const HEADER = 'batch=thirdPartyId,city,loyaltyTier\n'
/** Two rows of it make a profile that is too large. */
const HALF = 'x'.repeat(33_000)

/** Of all that can become of a batch what is over. */
const DONE: Sent[] = [
  { agoHours: 47, version: 1, body: 'batch=pcId,city\n2f1c9d,Bergen\n' },
  { agoHours: 14.1, body: `${HEADER}customer-1,Oslo,gold,yes\n` },
  { agoHours: 14, body: HEADER + rows(1250) },
  {
    agoHours: 13.9,
    body: `batch=thirdPartyId,story,notes\ncustomer-1,${HALF},\ncustomer-2,Oslo,\ncustomer-1,,${HALF}\n`,
  },
]
/** Stops while it is applied, again and again. */
const STUCK: Sent = { agoHours: 13.5, body: HEADER + rows(1800) }
/** Waits to be applied. */
const RUNNING: Sent = { agoHours: 0.02, remoteAddress: '192.0.2.44', body: HEADER + rows(4800) }

/** Brings about batches of every kind; nothing of the last of them is applied any more. */
export async function bringBatchesAbout(stage: Stage, { batches, now }: Ports, stop: () => void) {
  const { clientCode } = stage.client
  for (const sent of DONE) await send(stage, sent)
  stop()
  await send(stage, STUCK)
  for (let attempt = 0; attempt < APPLY_ATTEMPTS; attempt += 1) await batches.countFailure(clientCode, now())
  await send(stage, RUNNING)
  stage.clock.offsetMs = 0
}

/** More of them than are shown at once. */
export async function bringManyBatchesAbout(stage: Stage) {
  for (let number = 120; number > 0; number -= 1) {
    await send(stage, { agoHours: number / 2, body: HEADER + rows(2, number) })
  }
  stage.clock.offsetMs = 0
}

async function send(
  { client, origin, clock, answer }: Stage,
  { agoHours, version = 2, remoteAddress = '203.0.113.7', body }: Sent,
) {
  clock.offsetMs = -agoHours * 3_600_000
  const operation = version === 1 ? batchUpdateV1 : batchUpdateV2
  const address = origin + pathOf(operation, { client: client.clientCode })
  await answer(new Request(address, { method: 'POST', body }), { remoteAddress })
}
