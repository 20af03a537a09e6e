import * as v from 'valibot'
import { type AuditAction, auditActions, type AuditDetail, auditDetails } from './audit-details.ts'
import { Instant } from './instant.ts'
import { operation } from './operation.ts'

/** Most records in one answer. */
export const AUDIT_PAGE = 50
/** Records are counted no further. */
export const AUDIT_COUNT_LIMIT = 1000

/** Who acted; `anonymous`: nobody signed in, `operator`: by a command on the machine, `system`: the service by itself. */
export const ActorKind = v.picklist(['person', 'script', 'anonymous', 'operator', 'system'])
export type ActorKind = v.InferOutput<typeof ActorKind>

const ofEach = {
  id: v.string(),
  /** In the chain of its client, 1 for the first. */
  position: v.number(),
  /** Over it and the one before. */
  hash: v.string(),
  /** ISO 8601 in UTC. */
  at: v.string(),
  /** `name`: of a person then; empty for whoever has none. */
  actor: v.object({ kind: ActorKind, id: v.nullable(v.string()), name: v.string() }),
  remoteAddress: v.nullable(v.string()),
  /** Of the request, as the log has it. */
  requestId: v.nullable(v.string()),
  /** What it was done to: a client code, the id of a token, user or batch, an operation, a process, an address. */
  subject: v.string(),
  /** By which a person knows it: of a user the name that they have, of a token the last four characters. */
  subjectName: v.nullable(v.string()),
  result: v.picklist(['done', 'refused']),
}

/** Someone changed it outside of the service. */
const UnreadableEntry = v.object({
  action: v.literal('unreadable'),
  id: v.string(),
  at: v.string(),
  position: v.nullable(v.number()),
})

type OfEach = v.InferOutput<v.ObjectSchema<typeof ofEach, undefined>>
/** A record of one of these acts. */
export type EntryOf<Action extends AuditAction> = {
  [Each in Action]: OfEach & { action: Each; detail: AuditDetail<Each> }
}[Action]
export type AuditEntry = EntryOf<AuditAction> | v.InferOutput<typeof UnreadableEntry>

const readableEntries = auditActions.map((action) =>
  v.object({ ...ofEach, action: v.literal(action), detail: auditDetails[action] }),
)

/** A record as it is shown. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a list of them does not say which detail goes with which act
export const AuditEntry = v.variant('action', [
  UnreadableEntry,
  ...readableEntries,
]) as unknown as v.GenericSchema<AuditEntry>

/** Which acts are asked for: one, or all but the beginnings, ends and refusals of sessions. */
export const ActFilter = v.picklist(
  ['all-but-sign-ins', ...auditActions],
  'an act as records name it, such as token.generated, or all-but-sign-ins',
)
export type ActFilter = v.InferOutput<typeof ActFilter>

/**
 * The first place where the chain is not as it was written. `changed`: that record, or the one before it; `inserted`, `moved`:
 * that record; `missing`: records from that one on; `last`: it is not the one that was written last; `removal`: it says that
 * older ones were removed, and the service did not; `rewritten`: that record is another than when the service looked before.
 */
export const ChainFault = v.object({
  kind: v.picklist(['changed', 'inserted', 'moved', 'missing', 'last', 'removal', 'rewritten']),
  /** Null where what stands there is none. */
  position: v.nullable(v.number()),
  /** Else of the older records that name no client, which have a chain of their own. */
  isOfClient: v.boolean(),
})
export type ChainFault = v.InferOutput<typeof ChainFault>

/** What becomes of the chain of records, as this process of the service found it last; it looks every hour. */
export const ChainCheck = v.object({
  checkedAt: v.string(),
  recordCount: v.number(),
  /** When the first record was made that is kept; null while there is none. */
  since: v.nullable(v.string()),
  /** Places where it is not as it was written. */
  faultCount: v.number(),
  /** Null while there is none. */
  firstFault: v.nullable(ChainFault),
})
export type ChainCheck = v.InferOutput<typeof ChainCheck>

export const AuditLog = v.object({
  /** The newest first. */
  records: v.array(AuditEntry),
  /** What to ask for as `before` for those that follow; null at the end. */
  older: v.nullable(v.string()),
  /** Of the whole log; null in an answer that goes on. */
  overview: v.nullable(
    v.object({
      /** How many the filters let through; null when there are more than can be counted. */
      count: v.nullable(v.number()),
      /** Everyone who has acted, by name. */
      people: v.array(v.object({ id: v.string(), name: v.string() })),
      /** Null until the service has looked for the first time since it started. */
      chain: v.nullable(ChainCheck),
      /** How long records are kept; 0: for ever. */
      keptDays: v.number(),
      /** The service's time. */
      now: v.string(),
    }),
  ),
})
export type AuditLog = v.InferOutput<typeof AuditLog>

const filters = {
  person: v.optional(v.pipe(v.string(), v.description('Id of who acted.'))),
  act: v.optional(ActFilter),
  from: v.optional(v.pipe(Instant, v.description('Records from then on.'))),
  to: v.optional(v.pipe(Instant, v.description('Records from before it.'))),
}

export const listAudit = operation({
  id: 'listAuditRecords',
  family: 'console',
  method: 'GET',
  path: '/console/v1/audit',
  summary: 'What happened, and by whom',
  description: 'The newest 50 records that the filters let through, or the 50 that follow `before`.',
  query: v.object({
    ...filters,
    before: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^\d{1,16}-\d{1,18}$/, '`older` of an earlier answer'),
        v.description('`older` of the answer before.'),
      ),
    ),
  }),
  permission: 'audit.view',
  status: 200,
  output: AuditLog,
  refusals: [],
})

const exported = {
  family: 'console',
  method: 'GET',
  query: v.object(filters),
  permission: 'audit.view',
  status: 200,
  output: v.string(),
  isStreamed: true,
  answerHeaders: ['Content-Disposition'],
  refusals: ['not-same-origin'],
} as const

export const exportAuditCsv = operation({
  ...exported,
  id: 'exportAuditRecordsAsCsv',
  path: '/console/v1/audit.csv',
  summary: 'Export records as CSV',
  description:
    'All that the filters let through, the newest first, for a spreadsheet: it begins with a byte order mark, and a cell that one would take for a formula with an apostrophe. An export is recorded.',
  mediaType: 'text/csv',
})

export const exportAuditJsonLines = operation({
  ...exported,
  id: 'exportAuditRecordsAsJsonLines',
  path: '/console/v1/audit.jsonl',
  summary: 'Export records as JSON lines',
  description:
    'The same, a record a line as the list has them. The connection ends early when not all could be read.',
  mediaType: 'application/jsonl',
})
