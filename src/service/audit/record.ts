import { type Actor, type Context, type Person, remoteAddressIn } from '../context.ts'
import type { Random } from '../ports.ts'
import { newId } from '../secrets.ts'
import type { AuditAction, AuditDetail } from '#contract/audit-details.ts'
import type { AuditRecord } from './store.ts'

/** Under which circumstances something was done; by someone known by name it may be before they have a session. */
type Circumstances = Omit<Context, 'actor'> & { actor: Actor | Person }

/** The record of one act, to be stored together with what it changed. */
export function auditRecord<Action extends AuditAction>(
  { random }: { random: Random },
  { client, actor, requestId, now }: Circumstances,
  action: Action,
  subject: string,
  detail: AuditDetail<Action>,
  result: AuditRecord['result'] = 'done',
): AuditRecord<Action> {
  return {
    id: newId(random),
    clientCode: client.clientCode,
    at: now,
    actorKind: actor.kind,
    ...('user' in actor ? { actorId: actor.user.id, actorName: actor.user.name } : NOBODY),
    remoteAddress: remoteAddressIn({ actor }),
    requestId,
    action,
    subject,
    result,
    detail,
  }
}

const NOBODY = { actorId: null, actorName: '' }
