import * as v from 'valibot'
import { Language } from './languages.ts'
import { Delivery, TargetKind } from './notice-deliveries.ts'
import { NoticeKind, ToldToken } from './notices.ts'
import { operation } from './operation.ts'
import { Email } from './email.ts'
import { PersonName } from './users.ts'

/** Most webhooks and e-mail addresses of a client together. */
export const MOST_TARGETS = 20

const Kinds = v.pipe(
  v.array(NoticeKind),
  v.minLength(1, 'at least one'),
  v.check((kinds) => new Set(kinds).size === kinds.length, 'each once'),
)

const EXAMPLE = 'an address such as https://hooks.example.com/profile-api'

/** Without a user name and a password, which would stand in clear. */
const WebhookAddress = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(2000, 'at most 2000 characters'),
  v.regex(/^https?:\/\/[^\s/?#@\\]+(?:[/?]\S*)?$/i, EXAMPLE),
  v.url(EXAMPLE),
)

/** What a person says of a target. `address`: where a webhook is called, or mail is sent to. */
export const NoticeTargetInput = v.variant('kind', [
  v.strictObject({ kind: v.literal('webhook'), name: PersonName, address: WebhookAddress, kinds: Kinds }),
  v.strictObject({
    kind: v.literal('email'),
    name: PersonName,
    address: Email,
    language: Language,
    kinds: Kinds,
  }),
])
export type NoticeTargetInput = v.InferOutput<typeof NoticeTargetInput>

export const NoticeTarget = v.object({
  id: v.string(),
  kind: TargetKind,
  name: v.string(),
  address: v.string(),
  /** Of its e-mail; null for a webhook, which is told in codes. */
  language: v.nullable(Language),
  kinds: v.array(NoticeKind),
  /** What to send as `If-Match` with a change that builds on this answer. */
  etag: v.string(),
  /** What was sent to it last, or tried; null where none is kept. */
  last: v.nullable(Delivery),
})
export type NoticeTarget = v.InferOutput<typeof NoticeTarget>

/** `secret`: of a webhook, by which its requests are signed; null for an e-mail address. It is shown here and never again. */
export const NewNoticeTarget = v.object({ target: NoticeTarget, secret: v.nullable(v.string()) })
export type NewNoticeTarget = v.InferOutput<typeof NewNoticeTarget>

/** When a token will be told of. */
export const NextNotices = v.object({
  token: ToldToken,
  /** `daysBefore`: its end, 0 for the end itself. */
  steps: v.array(v.object({ at: v.string(), daysBefore: v.number() })),
})
export type NextNotices = v.InferOutput<typeof NextNotices>

/** All that Administration > Notices shows besides what was sent. */
export const Notices = v.object({
  /** The oldest first. */
  targets: v.array(NoticeTarget),
  /** Whether the operator has named a mail server. */
  isMailSetUp: v.boolean(),
  /** Of the current token; null without one, and once it has expired. */
  next: v.nullable(NextNotices),
})
export type Notices = v.InferOutput<typeof Notices>

export const getNotices = operation({
  id: 'getNotices',
  family: 'console',
  method: 'GET',
  path: '/console/v1/notices',
  summary: 'Who is told of what',
  description:
    'Webhooks and e-mail addresses, what happened last to each, and when the current token will be told of.',
  permission: 'notices.view',
  status: 200,
  output: Notices,
  refusals: [],
})

const update = { family: 'console', permission: 'notices.update' } as const
const onTarget = { ...update, path: '/console/v1/notices/targets/:targetId' } as const

export const addTarget = operation({
  ...update,
  id: 'addNoticeTarget',
  method: 'POST',
  path: '/console/v1/notices/targets',
  summary: 'Add a webhook or an e-mail address',
  description:
    'For a webhook the answer has the secret by which its requests are signed; it is answered here and nowhere else.',
  body: NoticeTargetInput,
  status: 201,
  output: NewNoticeTarget,
  refusals: ['webhook-address-refused', 'mail-not-set-up', 'too-many-targets'],
})

export const changeTarget = operation({
  ...onTarget,
  id: 'changeNoticeTarget',
  method: 'PUT',
  summary: 'Change a webhook or an e-mail address',
  description: 'Its kind stays, and a webhook keeps its secret.',
  headers: v.object({
    'If-Match': v.pipe(v.string(), v.description('The `etag` that the change builds on.')),
  }),
  body: NoticeTargetInput,
  status: 200,
  output: NoticeTarget,
  refusals: ['not-found', 'precondition-failed', 'webhook-address-refused'],
})

export const removeTarget = operation({
  ...onTarget,
  id: 'removeNoticeTarget',
  method: 'DELETE',
  summary: 'Remove a webhook or an e-mail address',
  description: 'With what waits to be sent to it.',
  status: 204,
  refusals: ['not-found'],
})

export const replaceWebhookSecret = operation({
  ...update,
  id: 'replaceWebhookSecret',
  method: 'POST',
  path: '/console/v1/notices/targets/:targetId/secret',
  summary: 'Replace the secret of a webhook',
  description: 'From then on every request is signed by the new one, also what waits to be tried again.',
  status: 201,
  output: NewNoticeTarget,
  refusals: ['not-found'],
})

export const testTarget = operation({
  ...update,
  id: 'testNoticeTarget',
  method: 'POST',
  path: '/console/v1/notices/targets/:targetId/test',
  summary: 'Send a test',
  description: 'It is tried once. Answers with what became of it.',
  status: 201,
  output: Delivery,
  refusals: ['not-found'],
})
