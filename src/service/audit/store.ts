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

/** A record as it was found, whatever someone may have made of it: what should be a number and is none comes as its text. */
export type FoundRecord = Readonly<
  Record<keyof AuditRecord | keyof ChainLink, unknown> & {
    /** Counts the records of all clients as they came. */
    sequence: unknown
  }
>

/** Of a client, and those that name none. Instants are milliseconds since 1970, of which records have one. */
export type AuditFilter = {
  clientCode: string
  /** Who acted; null for anyone. */
  actorId: string | null
  /** Null for all. */
  actions: readonly AuditAction[] | null
  from: number
  /** They are from before it. */
  until: number
}

/** Where a record stands among the others of its instant and all instants, as text. */
export type AuditPlace = { at: string; sequence: string }

/** What was removed from the beginning of a chain; `position` and `hash` are of the last of them. */
export type RemovedRecords = ChainLink & { count: number; settingsWereChanged: boolean }

/**
 * Records are chained client by client, whichever store they are appended by; `chain.ts` says how. A chain is named by its
 * client code, the one of the records that name no client by an empty one.
 */
export interface AuditStore {
  append(record: AuditRecord): Promise<void>
  /** The newest first. */
  list(limit: number): Promise<AuditRecord[]>
  /** The newest first, by their instants; those after `before`. */
  page(filter: AuditFilter, before: AuditPlace | null, limit: number): Promise<FoundRecord[]>
  /** How many there are, counted no further than that. */
  count(filter: AuditFilter, most: number): Promise<number>
  /** Everyone who has a record, with the name in their last one. */
  people(clientCode: string): Promise<{ id: string; name: string }[]>
  /** Where the chain says that it ends; undefined while there is no record in it. */
  head(chain: string): Promise<ChainLink | undefined>
  /** The last record that says that older ones were removed. */
  removal(chain: string): Promise<FoundRecord | undefined>
  /** The next records by position; undefined begins at the first. */
  after(chain: string, record: FoundRecord | undefined, limit: number): Promise<FoundRecord[]>
  /**
   * Removes the first records of a chain, so many at most, up to the first one that is not from before an instant, and
   * appends the record of it.
   *
   * @returns whether there was one to remove
   */
  removeFirst(
    chain: string,
    before: number,
    limit: number,
    recordOf: (removed: RemovedRecords) => Promise<AuditRecord>,
  ): Promise<boolean>
}
