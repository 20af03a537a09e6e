import type { Actor, Person } from '../context.ts'
import type { Random } from '../ports.ts'
import { newId } from '../secrets.ts'
import type { AuditAction, AuditRecord } from './store.ts'

/** Who acts, and when. */
type Acting = { actor: Actor | Person; now: number }

/** The record of one act, to be stored together with what it changed. */
export function auditRecord(
  { random }: { random: Random },
  { actor, now }: Acting,
  action: AuditAction,
  subject: string,
  detail: Record<string, unknown> = {},
  result: AuditRecord['result'] = 'done',
): AuditRecord {
  return { id: newId(random), at: now, ...whoOf(actor), action, subject, result, detail }
}

function whoOf(actor: Acting['actor']): Pick<AuditRecord, 'actorId' | 'actorName' | 'remoteAddress'> {
  switch (actor.kind) {
    case 'person':
    case 'script':
      return { actorId: actor.user.id, actorName: actor.user.name, remoteAddress: actor.remoteAddress }
    case 'anonymous':
      return { actorId: null, actorName: 'Unknown', remoteAddress: actor.remoteAddress }
    case 'operator':
      return { actorId: null, actorName: 'Operator', remoteAddress: null }
    case 'system':
      return { actorId: null, actorName: 'System', remoteAddress: null }
    default:
      return actor satisfies never
  }
}
