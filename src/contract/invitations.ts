import * as v from 'valibot'
import { Email } from './email.ts'
import { Language } from './languages.ts'
import { DeliveryFailure } from './notice-deliveries.ts'
import { operation } from './operation.ts'
import { PersonName, ListedUser, Roles } from './users.ts'

/** Most people who are invited at once. */
export const MOST_INVITED_AT_ONCE = 20

const SendIn = v.optional(
  v.pipe(
    Language,
    v.description('The language to send the link in by e-mail; left out where it is not to be sent.'),
  ),
)

const SendInput = v.optional(v.strictObject({ sendIn: SendIn }), {})

/** A one-time link, which is shown here and never again. */
export const MadeLink = v.object({
  setUpUrl: v.string(),
  /** ISO 8601 in UTC. */
  expiresAt: v.string(),
  /** Null where it was not to be sent by e-mail; `failure`: null where the mail server took it. */
  mail: v.nullable(v.object({ failure: v.nullable(DeliveryFailure) })),
})
export type MadeLink = v.InferOutput<typeof MadeLink>

/** Whoever is invited without a name says it when they accept. */
const Invited = v.strictObject({ email: Email, name: v.optional(PersonName) })

export const InviteInput = v.strictObject({
  people: v.pipe(
    v.array(Invited),
    v.minLength(1, 'at least one'),
    v.maxLength(MOST_INVITED_AT_ONCE, `at most ${MOST_INVITED_AT_ONCE} at once`),
    v.check((people) => new Set(people.map(({ email }) => email)).size === people.length, 'each e-mail once'),
  ),
  sysadmin: v.optional(v.boolean(), false),
  roles: Roles,
  sendIn: SendIn,
})
export type InviteInput = v.InferOutput<typeof InviteInput>

/** Someone who is invited, with their link. */
export const Invitation = v.object({ user: ListedUser, ...MadeLink.entries })
export type Invitation = v.InferOutput<typeof Invitation>

export const Invitations = v.object({
  /** In the order in which they were asked for. */
  invitations: v.array(Invitation),
})
export type Invitations = v.InferOutput<typeof Invitations>

export const inviteUsers = operation({
  id: 'inviteUsers',
  family: 'console',
  method: 'POST',
  path: '/console/v1/invitations',
  summary: 'Invite people',
  description:
    'All of them, or none where one cannot be. Each gets a one-time link, answered here and nowhere else, and sent by e-mail if that is asked for. The answer is the same for someone who is known in another workspace: they accept by signing in.',
  body: InviteInput,
  permission: 'users.invite',
  freshSignIn: 'always',
  status: 201,
  output: Invitations,
  refusals: ['conflict', 'mail-not-set-up'],
})

export const renewInvitation = operation({
  id: 'renewInvitation',
  family: 'console',
  method: 'POST',
  path: '/console/v1/invitations/:invitationId/renew',
  summary: 'Make a new link for someone who is invited',
  description:
    'The earlier link ends. The invitation has another id from then on. Of one that reaches into workspaces that the caller does not administer, that part stays with the earlier link.',
  body: SendInput,
  permission: 'users.invite',
  freshSignIn: 'always',
  status: 201,
  output: Invitation,
  refusals: ['not-found', 'mail-not-set-up'],
})

export const withdrawInvitation = operation({
  id: 'withdrawInvitation',
  family: 'console',
  method: 'DELETE',
  path: '/console/v1/invitations/:invitationId',
  summary: 'Withdraw an invitation',
  description: 'From the workspaces that the caller administers. Its link ends with it.',
  permission: 'users.invite',
  status: 204,
  refusals: ['not-found'],
})

export const makeSetUpLink = operation({
  id: 'makeSetUpLink',
  family: 'console',
  method: 'POST',
  path: '/console/v1/users/:userId/set-up-link',
  summary: 'Make a link for a new password',
  description:
    'For someone who lost theirs; an earlier link ends. Answered here and nowhere else, and sent by e-mail if that is asked for.',
  body: SendInput,
  permission: 'users.manage',
  freshSignIn: 'always',
  status: 201,
  output: MadeLink,
  refusals: ['not-found', 'conflict', 'mail-not-set-up'],
})

export const acceptInvitation = operation({
  id: 'acceptInvitation',
  family: 'console',
  method: 'POST',
  path: '/console/v1/invitations/accept',
  summary: 'Accept an invitation',
  description:
    'For someone who can sign in already, with the e-mail that is invited: they get what the invitation gives beside what they hold. Anyone else uses the link by setting up.',
  body: v.strictObject({ code: v.pipe(v.string(), v.minLength(1), v.maxLength(256)) }),
  permission: 'signed-in',
  status: 204,
  refusals: ['not-found'],
})
