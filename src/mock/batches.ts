import { batchUpdateV1, batchUpdateV2 } from '#contract/batches.ts'
import { pathOf } from '#contract/operation.ts'
import type { Client } from '#service/context.ts'
import { APPLY_ATTEMPTS, type BatchStore } from '#service/batches/store.ts'

type Stage = {
  client: Client
  origin: string
  clock: { offsetMs: number }
  answer: (request: Request) => Promise<Response>
  batches: BatchStore
  /** From then on nothing is applied. */
  hold: () => void
}

const HOUR_MS = 3_600_000
/** More than two answers hold. */
const FURTHER = 120
/** Above this no profile may be. */
const TOO_LARGE = 'x'.repeat(64 * 1024)

/** Brings about batches in every state; with `many` more of them than one answer holds. */
export async function bringBatchesAbout(stage: Stage, many: boolean): Promise<void> {
  const { client, clock, batches } = stage
  const at = (hoursAgo: number) => {
    clock.offsetMs = -hoursAgo * HOUR_MS
  }
  for (let index = 0; index < (many ? FURTHER : 0); index += 1) {
    at(400 - index)
    await send(stage, `batch=thirdPartyId,city\ncustomer-${index},Oslo\n`)
  }
  at(30)
  await send(stage, 'batch=thirdPartyId,city\nanna,Oslo\nbo,Malmö\n')
  at(26)
  await send(stage, 'batch=pcId,city\n2f1c9d,Bergen\n8a77e0,Bergen\n', batchUpdateV1)
  at(5)
  await send(stage, `batch=thirdPartyId,story,tale\nanna,short,\nlong,${TOO_LARGE.slice(1)},${TOO_LARGE}\n`)
  at(4)
  await send(stage, 'batch=thirdPartyId,city\nanna,Oslo,gold\n')
  stage.hold()
  at(3)
  await send(stage, 'batch=thirdPartyId,city\nanna,Bergen\nbo,Bergen\n')
  for (let attempt = 0; attempt < APPLY_ATTEMPTS; attempt += 1) {
    await batches.countFailure(client.clientCode, Date.now() + clock.offsetMs)
  }
  at(0.01)
  await send(stage, 'batch=thirdPartyId,loyaltyTier\nanna,platinum\ncarla,silver\n')
  clock.offsetMs = 0
}

type Update = typeof batchUpdateV1 | typeof batchUpdateV2

/** Sends a batch as a job does. */
async function send({ client, origin, answer }: Stage, body: string, operation: Update = batchUpdateV2) {
  await answer(
    new Request(origin + pathOf(operation, { client: client.clientCode }), { method: 'POST', body }),
  )
}
