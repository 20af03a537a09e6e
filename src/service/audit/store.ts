/** What can happen that is worth a record; the first word is the thing, the second what was done to it. */
export type AuditAction =
  | 'settings.updated'
  | 'token.generated'
  | 'token.viewed'
  | 'session.started'
  | 'session.refused'
  | 'session.ended'
  | 'user.created'
  | 'user.set-up'
  | 'user.set-up-link-made'
  | 'user.roles-set'
  | 'user.sessions-revoked'

/** One change, sign-in or look at a secret: when, who, what, from where, with what result. Never holds a secret. */
export type AuditRecord = {
  id: string
  /** Milliseconds since 1970. */
  at: number
  actorId: string | null
  actorName: string
  action: AuditAction
  /** What it was done to: a client code, a token id, a user id. */
  subject: string
  /** The caller's network address, null where there is none. */
  remoteAddress: string | null
  result: 'done' | 'refused'
  /** What changed, in a few words or values. */
  detail: Record<string, unknown>
}

export interface AuditStore {
  append(record: AuditRecord): Promise<void>
  /** The newest first. */
  list(limit: number): Promise<AuditRecord[]>
}
