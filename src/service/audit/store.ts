import type { Actor } from '../context.ts'
import type { AuditAction, AuditDetail } from '#contract/audit-details.ts'

/** One change, sign-in or look at a secret: when, who, what, from where, with what result. Never holds a secret. */
export type AuditRecord<Action extends AuditAction = AuditAction> = {
  id: string
  /** Of which client; null for older records of what belongs to no client. */
  clientCode: string | null
  /** Milliseconds since 1970. */
  at: number
  actorKind: Actor['kind']
  /** Null for someone not signed in, for the operator and for the service itself. */
  actorId: string | null
  /** The person's name then; empty for whoever has none. */
  actorName: string
  /** The caller's network address, null where there is none. */
  remoteAddress: string | null
  /** Of the request, as the log has it; null for older records and for what sums several up. */
  requestId: string | null
  action: Action
  /** What it was done to: a client code, the id of a token, user or batch, an operation, a process, an address. */
  subject: string
  result: 'done' | 'refused'
  detail: AuditDetail<Action>
}

/** A record's place in the chain of its client: 1 for the first, and the hash over it and the one before. */
export type ChainLink = { position: number; hash: string }

/** Records are chained client by client, whichever store they are appended by; `chain.ts` says how. */
export interface AuditStore {
  append(record: AuditRecord): Promise<void>
  /** The newest first. */
  list(limit: number): Promise<AuditRecord[]>
  /** The last record of the client's chain; undefined while there is none. */
  head(clientCode: string): Promise<ChainLink | undefined>
}
