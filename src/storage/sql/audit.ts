import type { AuditRecord, AuditStore } from '#service/audit/store.ts'
import type { Database } from './schema.ts'
import type { SqlEngine } from './sql-storage.ts'

export function sqlAudit({ read, write }: SqlEngine): AuditStore {
  return {
    append: (record) => insertAudit(write, record),

    async list(limit) {
      const rows = await read
        .selectFrom('auditRecords')
        .select([
          'id',
          'at',
          'actorId',
          'actorName',
          'action',
          'subject',
          'remoteAddress',
          'result',
          'detail',
        ])
        .orderBy('sequence', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ detail, ...record }) => ({ ...record, detail: JSON.parse(detail) }))
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
