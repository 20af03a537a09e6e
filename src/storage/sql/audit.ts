import * as v from 'valibot'
import { chained, chainOf } from '#service/audit/chain.ts'
import { auditActions, auditDetails } from '#contract/audit-details.ts'
import type { AuditRecord, AuditStore } from '#service/audit/store.ts'
import type { SqlEngine } from './engine.ts'
import { parsed, parsedJson } from './parsed.ts'
import type { Database } from './schema.ts'

const Kinds = v.object({
  actorKind: v.picklist(['person', 'script', 'anonymous', 'operator', 'system']),
  action: v.picklist(auditActions),
  result: v.picklist(['done', 'refused']),
})

export function sqlAudit({ read, transaction }: SqlEngine): AuditStore {
  return {
    append: (record) => transaction((trx) => insertAudit(trx, record)),

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

    head: (clientCode) => headOf(read, clientCode),
  }
}

/** Within the transaction of the change that it records. */
export async function insertAudit(trx: Database, record: AuditRecord) {
  const chain = chainOf(record)
  const next = chained(record, await headOf(trx, chain))
  await trx.insertInto('auditRecords').values(next).execute()
  const head = { position: next.position, hash: next.hash }
  await trx
    .insertInto('auditChains')
    .values({ clientCode: chain, ...head })
    .onConflict((conflict) => conflict.column('clientCode').doUpdateSet(head))
    .execute()
}

const headOf = (db: Database, chain: string) =>
  db.selectFrom('auditChains').select(['position', 'hash']).where('clientCode', '=', chain).executeTakeFirst()
