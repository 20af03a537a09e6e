import * as v from 'valibot'
import { Deliveries, Delivery } from '#contract/notice-deliveries.ts'
import { NewNoticeTarget, Notices, NoticeTarget } from '#contract/notice-targets.ts'
import type { MailMessage, Tried, WebhookMessage } from '#service/ports.ts'
import { noteDue } from '#service/notices/due.ts'
import { sendNext } from '#service/notices/sending.ts'
import { makeObserved } from './observed.ts'
import { json } from './service.ts'

export const NOTICES = '/console/v1/notices'
export const TARGETS = `${NOTICES}/targets`

export const WEBHOOK = {
  kind: 'webhook',
  name: 'Incident channel',
  address: 'https://hooks.example.com/profile-api',
  kinds: ['token-expiry', 'refused-calls', 'stuck-batches'],
} as const
export const EMAIL = {
  kind: 'email',
  name: 'Operations',
  address: 'ops@example.com',
  language: 'en',
  kinds: ['token-expiry', 'refused-calls', 'stuck-batches'],
} as const

export const FAILED: Tried = { failure: { reason: 'answered', status: 503, said: 'later' } }

type Call = (path: string, init?: RequestInit) => Promise<Response>

const read = async <const Schema extends v.GenericSchema>(schema: Schema, answer: Response) =>
  v.parse(schema, await answer.json())

/** What a person may do with notices, each answer read by its schema. */
export const noticesOf = (call: Call) => ({
  see: async () => read(Notices, await call(NOTICES)),
  add: async (target: object = WEBHOOK) => read(NewNoticeTarget, await call(TARGETS, json('POST', target))),
  change: async ({ id, etag }: NoticeTarget, target: object) =>
    read(NoticeTarget, await call(`${TARGETS}/${id}`, json('PUT', target, { 'If-Match': etag }))),
  sent: async (query = '') => read(Deliveries, await call(`${NOTICES}/deliveries${query}`)),
  test: async ({ id }: NoticeTarget) =>
    read(Delivery, await call(`${TARGETS}/${id}/test`, { method: 'POST' })),
  retry: (id: string) => call(`${NOTICES}/deliveries/${id}/retry`, { method: 'POST' }),
})

/** A service whose webhooks and mail go nowhere: what was sent, and what becomes of each in turn, success without a plan. */
export async function makeTelling() {
  const webhooks: WebhookMessage[] = []
  const mails: MailMessage[] = []
  const plan: Tried[] = []
  const next = (status: number | null): Tried => plan.shift() ?? { receipt: { durationMs: 180, status } }
  const service = await makeObserved({
    webhooks: {
      refusalOf: async () => null,
      send: async (message) => {
        webhooks.push(message)
        return next(204)
      },
    },
    mail: {
      send: async (message) => {
        mails.push(message)
        return next(null)
      },
    },
  })
  const { ports } = service
  return {
    ...service,
    webhooks,
    mails,
    plan,
    notices: noticesOf(service.approver),
    /** What the process does now and then. */
    look: async () => {
      await noteDue(ports)
      while (await sendNext(ports, ports.client));
    },
  }
}
