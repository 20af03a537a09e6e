import * as v from 'valibot'
import { auditActions, auditDetails } from '#service/audit/details.ts'
import type { AuditRecord, AuditStore } from '#service/audit/store.ts'
import type { SqlEngine } from './engine.ts'
import { parsed, parsedJson } from './parsed.ts'
import type { Database } from './schema.ts'

const Kinds = v.object({
  actorKind: v.picklist(['person', 'script', 'anonymous', 'operator', 'system']),
  action: v.picklist(auditActions),
  result: v.picklist(['done', 'refused']),
})

export function sqlAudit({ read, write }: SqlEngine): AuditStore {
  return {
    append: (record) => insertAudit(write, record),

    async list(limit) {
      const rows = await read
        .selectFrom('auditRecords')
        .select(['id', 'clientCode', 'at', 'actorKind', 'actorId', 'actorName', 'remoteAddress', 'requestId'])
        .select(['action', 'subject', 'result', 'detail'])
        .orderBy('sequence', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ detail, ...row }) => {
        const record = { ...row, ...parsed(Kinds, row, 'audit_records') }
        return { ...record, detail: parsedJson(auditDetails[record.action], detail, 'audit_records') }
      })
    },
  }
}

/** Within the transaction of the change that it records. */
export async function insertAudit(db: Database, record: AuditRecord) {
  await db
    .insertInto('auditRecords')
    .values({ ...record, detail: JSON.stringify(record.detail) })
    .execute()
}
