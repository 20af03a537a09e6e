import {
  MOST_TARGETS,
  type NewNoticeTarget,
  type NextNotices,
  type Notices,
  type NoticeTarget,
  type NoticeTargetInput,
} from '#contract/notice-targets.ts'
import type { AuditDetail } from '#contract/audit-details.ts'
import { auditRecord } from '../audit/record.ts'
import type { Context, SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { etagOf, matchesEtag } from '../http/etag.ts'
import type { Cipher, MailSender, Random, WebhookSender } from '../ports.ts'
import type { TokenStore } from '../profile-auth/store.ts'
import { stateOf } from '../profile-auth/token.ts'
import { newId } from '../secrets.ts'
import { expirySteps } from './expiry-steps.ts'
import { kindsOf, shownTarget } from './shown.ts'
import type { NoticeStore, StoredTarget } from './store.ts'
import { newWebhookSecret } from './webhook-secret.ts'

export type TargetNeeds = {
  notices: NoticeStore
  tokens: TokenStore
  cipher: Cipher
  webhooks: WebhookSender
  mail: MailSender | null
  random: Random
}

/** Whom to tell of what, what happened last to each, and when the current token will be told of. */
export async function getNotices(
  needs: Pick<TargetNeeds, 'notices' | 'tokens' | 'mail'>,
  context: Context,
): Promise<Notices> {
  const { clientCode } = context.client
  const [targets, tried, next] = await Promise.all([
    needs.notices.targets(clientCode),
    needs.notices.lastTried(clientCode),
    nextNotices(needs, context),
  ])
  const lastOf = new Map(tried.map((delivery) => [delivery.targetId, delivery]))
  return {
    targets: targets.map((target) => shownTarget(target, lastOf.get(target.id), context.now)),
    isMailSetUp: needs.mail !== null,
    next,
  }
}

async function nextNotices(
  { tokens }: Pick<TargetNeeds, 'tokens'>,
  { client, now }: Context,
): Promise<NextNotices | null> {
  const token = await tokens.current(client.clientCode, 'profile_api')
  if (token === undefined || stateOf(token, now).kind !== 'current') return null
  return {
    token: { lastFour: token.lastFour, expiresAt: new Date(token.expiresAt).toISOString() },
    steps: expirySteps(token)
      .filter(({ at }) => at > now)
      .map(({ at, daysBefore }) => ({ at: new Date(at).toISOString(), daysBefore })),
  }
}

/** @throws ServiceError `webhook-address-refused`, `mail-not-set-up`, `too-many-targets` */
export async function addTarget(
  needs: TargetNeeds,
  context: SignedInContext,
  input: NoticeTargetInput,
): Promise<NewNoticeTarget> {
  await requireCallable(needs, input)
  if (input.kind === 'email' && needs.mail === null) {
    throw new ServiceError(
      'mail-not-set-up',
      'This service has no mail server. Whoever runs it can name one by SMTP_URL and MAIL_FROM.',
    )
  }
  const { client, now } = context
  const id = newId(needs.random)
  const secret = input.kind === 'webhook' ? newWebhookSecret(needs.random) : null
  const target: StoredTarget = {
    id,
    clientCode: client.clientCode,
    ...toldBy(input, {}, now),
    kind: input.kind,
    sealedSecret: secret === null ? null : await needs.cipher.seal(secret, id),
    createdAt: now,
    revision: 1,
  }
  const record = auditRecord(needs, context, 'notice-target.added', id, auditedOf(target))
  if (!(await needs.notices.addTarget(target, MOST_TARGETS, record))) {
    throw new ServiceError(
      'too-many-targets',
      `There are ${MOST_TARGETS} webhooks and e-mail addresses, which is the most. Remove one of them first.`,
    )
  }
  return { target: shownTarget(target, undefined, now), secret }
}

/**
 * @param ifMatch the request's `If-Match`
 * @throws ServiceError `not-found`, `precondition-failed`, `webhook-address-refused`; `invalid-request` for another kind
 */
export async function changeTarget(
  needs: TargetNeeds,
  context: SignedInContext,
  targetId: string,
  input: NoticeTargetInput,
  ifMatch: string,
): Promise<NoticeTarget> {
  const target = await existingTarget(needs, context, targetId)
  if (!matchesEtag(ifMatch, etagOf(target.revision))) throw changedSince()
  if (input.kind !== target.kind) {
    throw new ServiceError('invalid-request', 'A webhook stays one, and so does an e-mail address.', {
      fields: { kind: 'cannot be changed' },
    })
  }
  if (input.address !== target.address) await requireCallable(needs, input)
  const next = { ...target, ...toldBy(input, target.kinds, context.now), revision: target.revision + 1 }
  const record = auditRecord(needs, context, 'notice-target.changed', targetId, {
    ...auditedOf(next),
    changed: changedBetween(target, next),
  })
  if (!(await needs.notices.changeTarget(next, record))) throw changedSince()
  return shownAnew(needs, context, next)
}

/** With what waits to be sent to it. @throws ServiceError `not-found` */
export async function removeTarget(
  needs: Pick<TargetNeeds, 'notices' | 'random'>,
  context: SignedInContext,
  targetId: string,
): Promise<void> {
  const target = await existingTarget(needs, context, targetId)
  const record = auditRecord(needs, context, 'notice-target.removed', targetId, auditedOf(target))
  if (await needs.notices.removeTarget(target, record)) return
  // Somebody changed it meanwhile, or removed it too.
  await removeTarget(needs, context, targetId)
}

/** Signs from now on by another secret. @throws ServiceError `not-found`, also for an e-mail address, which has none */
export async function replaceWebhookSecret(
  needs: TargetNeeds,
  context: SignedInContext,
  targetId: string,
): Promise<NewNoticeTarget> {
  const target = await existingTarget(needs, context, targetId)
  if (target.kind !== 'webhook') throw noSuchTarget()
  const secret = newWebhookSecret(needs.random)
  const sealedSecret = await needs.cipher.seal(secret, targetId)
  const next = { ...target, sealedSecret, revision: target.revision + 1 }
  const record = auditRecord(needs, context, 'notice-target.secret-replaced', targetId, auditedOf(next))
  // Somebody renamed it meanwhile, or replaced the secret as well: the later of the two counts.
  if (!(await needs.notices.changeTarget(next, record))) return replaceWebhookSecret(needs, context, targetId)
  return { target: await shownAnew(needs, context, next), secret }
}

/** @throws ServiceError `not-found` */
export async function existingTarget(
  { notices }: Pick<TargetNeeds, 'notices'>,
  { client }: Context,
  targetId: string,
): Promise<StoredTarget> {
  const target = (await notices.targets(client.clientCode)).find(({ id }) => id === targetId)
  if (target === undefined) throw noSuchTarget()
  return target
}

/** What an audit record says of a target. */
export const auditedOf = (target: StoredTarget): AuditDetail<'notice-target.added'> => ({
  kind: target.kind,
  name: target.name,
  address: target.kind === 'webhook' ? new URL(target.address).host : target.address,
  language: target.language,
  kinds: kindsOf(target),
})

const noSuchTarget = () => new ServiceError('not-found', 'There is no such webhook or e-mail address.')

const changedSince = () =>
  new ServiceError('precondition-failed', 'Someone changed this after what you saw. Look at it again.')

/** A kind that it is told of already keeps its beginning. */
function toldBy(input: NoticeTargetInput, before: StoredTarget['kinds'], now: number) {
  return {
    name: input.name,
    address: input.address,
    language: input.kind === 'email' ? input.language : null,
    kinds: Object.fromEntries(input.kinds.map((kind) => [kind, before[kind] ?? now])),
  }
}

function changedBetween(before: StoredTarget, after: StoredTarget) {
  const kinds = String(kindsOf(before)) === String(kindsOf(after)) ? [] : (['kinds'] as const)
  const others = (['name', 'address', 'language'] as const).filter((field) => before[field] !== after[field])
  return [...others, ...kinds]
}

async function requireCallable(
  { webhooks }: TargetNeeds,
  { kind, address }: NoticeTargetInput,
): Promise<void> {
  if (kind !== 'webhook') return
  const refusal = await webhooks.refusalOf(address)
  if (refusal === null) return
  const what =
    refusal === 'not-https'
      ? 'must begin with https'
      : 'leads into a network of our own or to a metadata service; whoever runs the service can permit networks by WEBHOOK_NETWORKS'
  throw new ServiceError('webhook-address-refused', `The address ${what}.`, { fields: { address: what } })
}

async function shownAnew(
  { notices }: Pick<TargetNeeds, 'notices'>,
  { client, now }: Context,
  target: StoredTarget,
): Promise<NoticeTarget> {
  const tried = await notices.lastTried(client.clientCode)
  return shownTarget(
    target,
    tried.find(({ targetId }) => targetId === target.id),
    now,
  )
}
