import { createUser, listUsers, makeSetUpLink, setRoles } from '#contract/users.ts'
import type { AuditStore } from '../audit/store.ts'
import { originOf } from '../http/origin.ts'
import { type FamilyApp, serve } from '../http/serve.ts'
import * as rules from './rules.ts'

export function serveUsers(console: FamilyApp, needs: rules.UserNeeds & { audit: AuditStore }) {
  serve(console, listUsers, async (context) => ({ users: await rules.listUsers(needs, context) }))
  serve(console, createUser, (context, { body }, request) =>
    rules.createUser(needs, context, body, originOf(context.client, request)),
  )
  serve(console, setRoles, (context, { path, body }) => rules.setRoles(needs, context, path.userId, body))
  serve(console, makeSetUpLink, (context, { path }, request) =>
    rules.makeSetUpLink(needs, context, path.userId, originOf(context.client, request)),
  )
}
