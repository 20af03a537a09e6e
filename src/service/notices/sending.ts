import type { DeliveryFailure } from '#contract/notice-deliveries.ts'
import type { Client } from '../context.ts'
import type { Cipher, MailSender, Tried, WebhookSender } from '../ports.ts'
import { mailOf } from './mail/mail-of.ts'
import type { Lease, NoticeStore, StoredDelivery, StoredTarget, TryOutcome } from './store.ts'

export type SendNeeds = {
  notices: NoticeStore
  cipher: Cipher
  webhooks: WebhookSender
  mail: MailSender | null
  now: () => number
}

/** Far longer than a try takes: after it, one that was broken off by a crash is begun anew by whichever process sees it. */
const LEASE_MS = 60_000

/** After a failed try the next one waits, each time twice as long, for a day; then a last time. */
const FIRST_WAIT_MS = 60_000
const LONGEST_WAIT_MS = 4 * 3_600_000
const TRIED_FOR_MS = 24 * 3_600_000

export const leaseFrom = (now: number): Lease => ({ now, until: now + LEASE_MS })

/**
 * Tries the delivery whose time came first.
 *
 * @returns false when none's has come
 * @throws what the try failed by for a fault of ours, once that is recorded
 */
export async function sendNext(needs: SendNeeds, client: Client): Promise<boolean> {
  const delivery = await needs.notices.claimNext(client.clientCode, leaseFrom(needs.now()))
  if (delivery === undefined) return false
  await tryDelivery(needs, client, delivery)
  return true
}

/**
 * Makes the try that was begun of a delivery, and records what became of it.
 *
 * @returns the delivery as it is then
 * @throws as above
 */
export async function tryDelivery(
  needs: SendNeeds,
  client: Client,
  delivery: StoredDelivery,
): Promise<StoredDelivery> {
  const targets = await needs.notices.targets(client.clientCode)
  const target = targets.find(({ id }) => id === delivery.targetId)
  // It went with what waited for it.
  if (target === undefined) return delivery
  try {
    return await recorded(needs, delivery, await sent(needs, client, target, delivery))
  } catch (error) {
    await recorded(needs, delivery, failed('fault'))
    throw error
  }
}

const failed = (reason: DeliveryFailure['reason']): Tried => ({
  failure: { reason, status: null, said: null },
})

async function sent(
  { cipher, webhooks, mail, now }: SendNeeds,
  client: Client,
  { id: targetId, address, language, sealedSecret }: StoredTarget,
  { id, notice }: StoredDelivery,
): Promise<Tried> {
  if (language !== null) {
    if (mail === null) return failed('mail-not-set-up')
    return mail.send({ to: address, language, id, ...mailOf(notice, language, client) })
  }
  const secret = sealedSecret && (await cipher.open(sealedSecret, targetId).catch(() => null))
  if (secret === null) return failed('secret-unreadable')
  return webhooks.send({ address, secret, id, body: JSON.stringify(notice), at: now() })
}

async function recorded(
  { notices, now }: SendNeeds,
  delivery: StoredDelivery,
  tried: Tried,
): Promise<StoredDelivery> {
  const outcome = outcomeOf(delivery, tried, now())
  await notices.recordTry(delivery, outcome)
  return { ...delivery, ...outcome, leasedUntil: null }
}

function outcomeOf(delivery: StoredDelivery, tried: Tried, now: number): TryOutcome {
  const { failure } = delivery
  if ('receipt' in tried) return { state: 'delivered', nextTryAt: null, failure, receipt: tried.receipt }
  const nextTryAt = nextTryOf(delivery, now)
  return {
    state: nextTryAt === null ? 'failed' : 'waiting',
    nextTryAt,
    failure: tried.failure,
    receipt: null,
  }
}

/** Null when it has been tried often enough; whoever tests sees at once what became of it. */
function nextTryOf({ notice, createdAt, tries }: StoredDelivery, now: number): number | null {
  const lastTryAt = createdAt + TRIED_FOR_MS
  if (notice.type === 'test' || now >= lastTryAt) return null
  return Math.min(now + Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS), lastTryAt)
}
