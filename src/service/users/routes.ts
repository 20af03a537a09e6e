import {
  acceptInvitation,
  inviteUsers,
  makeSetUpLink,
  renewInvitation,
  withdrawInvitation,
} from '#contract/invitations.ts'
import { listUsers, reinstateUser, removeUser, setRoles, suspendUser } from '#contract/users.ts'
import { originOf } from '../http/origin.ts'
import { type FamilyApp, serve } from '../http/serve.ts'
import type { CallLimiter } from '../ports.ts'
import * as invitations from './invitations.ts'
import { withinMailLimit } from './link-mail.ts'
import { listUsers as list, type ListNeeds } from './list.ts'
import type { ProviderNeeds } from './roles-from-provider.ts'
import * as rules from './rules.ts'
import * as standing from './standing.ts'
import type { SetUpLinkStore } from './store.ts'

type Needs = ListNeeds &
  rules.UserNeeds &
  ProviderNeeds &
  invitations.InvitationNeeds & { setUpLinks: SetUpLinkStore; noticeTries: CallLimiter }

export function serveUsers(console: FamilyApp, needs: Needs) {
  serve(console, listUsers, (context, { query }) => list(needs, context, query))
  serve(console, setRoles, (context, { path, headers, body }) =>
    rules.setRoles(needs, context, path.userId, body, headers['If-Match']),
  )
  serve(console, suspendUser, (context, { path }) => standing.suspendUser(needs, context, path.userId))
  serve(console, reinstateUser, (context, { path }) => standing.reinstateUser(needs, context, path.userId))
  serve(console, removeUser, (context, { path }) => standing.removeUser(needs, context, path.userId))
  serve(console, inviteUsers, (context, { body }, request) => {
    const origin = originOf(context.client, request)
    return withinMailLimit(needs, context, body.sendIn, () =>
      invitations.inviteUsers(needs, context, body, origin),
    )
  })
  serve(console, renewInvitation, (context, { path, body }, request) => {
    const origin = originOf(context.client, request)
    return withinMailLimit(needs, context, body.sendIn, () =>
      invitations.renewInvitation(needs, context, path.invitationId, body.sendIn, origin),
    )
  })
  serve(console, withdrawInvitation, (context, { path }) =>
    invitations.withdrawInvitation(needs, context, path.invitationId),
  )
  serve(console, acceptInvitation, (context, { body }) =>
    invitations.acceptInvitation(needs, context, body.code),
  )
  serve(console, makeSetUpLink, (context, { path, body }, request) => {
    const origin = originOf(context.client, request)
    return withinMailLimit(needs, context, body.sendIn, () =>
      rules.makeSetUpLink(needs, context, path.userId, body.sendIn, origin),
    )
  })
}
