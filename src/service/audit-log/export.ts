import type { AuditEntry } from '#contract/audit.ts'
import type { SignedInContext } from '../context.ts'
import { BYTE_ORDER_MARK, csvLine } from '../http/csv.ts'
import type { Machine, Random } from '../ports.ts'
import { entriesOf, type NameNeeds } from './entries.ts'
import { pageInSight, placeOf } from '../users/records-in-sight.ts'
import { type AskedFor, filterOf } from './log.ts'
import { auditRecord } from '../audit/record.ts'
import type { AuditPlace, AuditStore } from '../audit/store.ts'

export type ExportNeeds = NameNeeds & { audit: AuditStore; random: Random } & Pick<Machine, 'warn'>

/** How an export is written: what stands at its beginning, and each record. */
type Format = { name: 'csv' | 'json-lines'; heading: string; line: (entry: AuditEntry) => string }

const ROWS_AT_ONCE = 500

/**
 * All records that the filters let through and the one who asks may see, the newest first, read as they are sent. That they were asked for is recorded
 * before.
 */
export async function exportAudit(
  needs: ExportNeeds,
  context: SignedInContext,
  asked: AskedFor,
  format: Format,
): Promise<ReadableStream<Uint8Array>> {
  const { clientCode } = context.client
  const { person = null, act = null, from = null, to = null } = asked
  const detail = { format: format.name, person, act, from, to }
  await needs.audit.append(auditRecord(needs, context, 'audit.exported', clientCode, detail))

  const filter = filterOf(clientCode, asked)
  const encoder = new TextEncoder()
  let before: AuditPlace | null = null
  return new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode(format.heading)),
    async pull(stream) {
      try {
        const found = await pageInSight(needs.audit, context.actor, filter, before, ROWS_AT_ONCE)
        const last = found.at(-1)
        if (last === undefined) return stream.close()
        before = placeOf(last)
        const entries = await entriesOf(needs, clientCode, found)
        stream.enqueue(encoder.encode(entries.map(format.line).join('')))
      } catch (error) {
        needs.warn('An export of audit records broke off.', { requestId: context.requestId })
        throw error
      }
    },
  })
}

/** A record a line, as the list has them. */
export const JSON_LINES: Format = {
  name: 'json-lines',
  heading: '',
  line: (entry) => `${JSON.stringify(entry)}\n`,
}

const COLUMNS = {
  at: ({ at }) => at,
  actorKind: (entry) => ('actor' in entry ? entry.actor.kind : ''),
  actorId: (entry) => ('actor' in entry ? (entry.actor.id ?? '') : ''),
  actorName: (entry) => ('actor' in entry ? entry.actor.name : ''),
  action: ({ action }) => action,
  subject: (entry) => ('subject' in entry ? entry.subject : ''),
  subjectName: (entry) => ('subjectName' in entry ? (entry.subjectName ?? '') : ''),
  result: (entry) => ('result' in entry ? entry.result : ''),
  remoteAddress: (entry) => ('remoteAddress' in entry ? (entry.remoteAddress ?? '') : ''),
  requestId: (entry) => ('requestId' in entry ? (entry.requestId ?? '') : ''),
  detail: (entry) => ('detail' in entry ? JSON.stringify(entry.detail) : ''),
  id: ({ id }) => id,
  position: ({ position }) => String(position ?? ''),
  hash: (entry) => ('hash' in entry ? entry.hash : ''),
} as const satisfies Record<string, (entry: AuditEntry) => string>

/** For a spreadsheet. */
export const CSV: Format = {
  name: 'csv',
  heading: BYTE_ORDER_MARK + csvLine(Object.keys(COLUMNS)),
  line: (entry) => csvLine(Object.values(COLUMNS).map((cell) => cell(entry))),
}
