import type { User } from '#contract/session.ts'
import type { AuditAction, AuditRecord } from '../audit.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../secrets.ts'
import type { StoredSession } from './store.ts'

/** Who is acting, from where, in which session: what every rule that changes something is called with. */
export type SignedIn = {
  user: User
  session: StoredSession
  remoteAddress: string | null
}

/** Anyone who can stand in an audit record; `id` is null for someone not signed in. */
export type Actor = { id: string | null; name: string; remoteAddress: string | null }

export const actorOf = ({ user, remoteAddress }: SignedIn): Actor => ({
  id: user.id,
  name: user.name,
  remoteAddress,
})

/** The record of one act, to be stored together with what it changed. */
export function auditRecord(
  { now, random }: Pick<Deps, 'now' | 'random'>,
  actor: Actor,
  action: AuditAction,
  subject: string,
  detail: Record<string, unknown> = {},
  result: AuditRecord['result'] = 'done',
): AuditRecord {
  return {
    id: newId(random),
    at: now(),
    actorId: actor.id,
    actorName: actor.name,
    action,
    subject,
    remoteAddress: actor.remoteAddress,
    result,
    detail,
  }
}
