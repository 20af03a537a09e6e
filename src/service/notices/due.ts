import { NoticeKind, NOTICES_KEPT_DAYS } from '#contract/notices.ts'
import { DAY_MS, HOUR_MS } from '../callers/periods.ts'
import { type Client, type Context, contextWithoutRequest } from '../context.ts'
import type { Random } from '../ports.ts'
import { expiryMatters } from './expiry-matters.ts'
import type { Matter, MatterNeeds } from './matter.ts'
import { newDelivery } from './new-delivery.ts'
import { refusedMatters, SETTLING_MS } from './refused-matters.ts'
import type { NoticeStore, StoredDelivery, StoredTarget, ToldEvent } from './store.ts'
import { stuckMatters } from './stuck-matters.ts'

export type DueNeeds = MatterNeeds & {
  notices: NoticeStore
  client: Client
  random: Random
  now: () => number
}

/**
 * Puts what there is to tell into the outbox, for each target that is to be told. Any number of processes may do so at any
 * time: of one event each target is told once.
 */
export async function noteDue(needs: DueNeeds): Promise<void> {
  const context = contextWithoutRequest(needs, 'system')
  const { client, now } = context
  const targets = await needs.notices.targets(client.clientCode)
  const matters = (await mattersOf(needs, context, targets)).filter(
    ({ at }) => at > now - NOTICES_KEPT_DAYS * DAY_MS,
  )
  const told = await needs.notices.told(
    client.clientCode,
    matters.flatMap(({ events }) => events),
  )
  const due: StoredDelivery[] = []
  for (const matter of matters) {
    const events = targets.flatMap((target) => {
      const event = dueEvent(matter, target, told, now)
      return event === undefined ? [] : [{ target, event }]
    })
    if (events.length === 0) continue
    const notice = await matter.notice()
    due.push(...events.map(({ target, event }) => newDelivery(needs, context, target, event, notice)))
  }
  if (due.length > 0) await needs.notices.add(due)
}

async function mattersOf(needs: MatterNeeds, context: Context, targets: StoredTarget[]): Promise<Matter[]> {
  const of: Record<NoticeKind, () => Promise<Matter[]>> = {
    'token-expiry': () => expiryMatters(needs, context),
    'refused-calls': () => refusedMatters(needs, context),
    'stuck-batches': () => stuckMatters(needs, context),
  }
  const kinds = NoticeKind.options.filter((kind) =>
    targets.some(({ kinds: told }) => told[kind] !== undefined),
  )
  return (await Promise.all(kinds.map((kind) => of[kind]()))).flat()
}

/** Which event a target is to be told of now; undefined for none. */
function dueEvent({ kind, at, events }: Matter, target: StoredTarget, told: ToldEvent[], now: number) {
  const since = target.kinds[kind]
  if (since === undefined) return undefined
  const before = told.filter(({ targetId, event }) => targetId === target.id && events.includes(event))
  if (before.length === 0) return at >= since ? events[0] : undefined
  const lastAt = Math.max(...before.map(({ createdAt }) => createdAt))
  const last = Math.max(...before.map(({ event }) => events.indexOf(event)))
  const isNews = at > lastAt - SETTLING_MS && now - lastAt >= waitAfter(last)
  return isNews ? events[last + 1] : undefined
}

/** News of the same matter is told after an hour, for who is slower than the first, then once a day. */
const waitAfter = (index: number) => (index === 0 ? HOUR_MS : DAY_MS)
