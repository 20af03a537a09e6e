import { sql } from 'kysely'
import * as v from 'valibot'
import { ActorKind } from '#contract/audit.ts'
import { auditActions, auditDetails } from '#contract/audit-details.ts'
import { chained, chainOf } from '#service/audit/chain.ts'
import type { AuditRecord, AuditStore, ChainLink } from '#service/audit/store.ts'
import { chainHead, lastRemoval, recordsAfter } from './audit-chains.ts'
import { sqlAuditLog } from './audit-log.ts'
import type { SqlEngine } from './engine.ts'
import { parsed, parsedJson } from './parsed.ts'
import type { Database } from './schema.ts'

const Kinds = v.object({
  actorKind: ActorKind,
  action: v.picklist(auditActions),
  result: v.picklist(['done', 'refused']),
})

export function sqlAudit({ read, transaction }: Pick<SqlEngine, 'read' | 'transaction'>): AuditStore {
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

    ...sqlAuditLog({ read }),

    head: (chain) => chainHead(read, chain),
    removal: (chain) => lastRemoval(read, chain),
    after: (chain, record, limit) => recordsAfter(read, chain, record, limit),

    removeFirst: (chain, before, limit, recordOf) =>
      transaction(async (trx) => {
        const removed = await firstOf(trx, chain, before, limit)
        const [first, last] = [removed[0], removed.at(-1)]
        if (first === undefined || last === undefined) return false
        const settingsWereChanged =
          removed.some(({ action }) => action === 'settings.updated') || (await toldOfSettings(trx, chain))
        await sql`
          delete from audit_records where coalesce(client_code, '') = ${chain}
            and position between ${first.position} and ${last.position}`.execute(trx)
        const { position, hash } = last
        await insertAudit(trx, await recordOf({ count: removed.length, position, hash, settingsWereChanged }))
        return true
      }),
  }
}

/** The first records of a chain, so many at most, up to the first one that is not from before the instant. */
async function firstOf(trx: Database, chain: string, before: number, limit: number) {
  const { rows } = await sql<ChainLink & { at: number; action: string }>`
    select position, hash, at, action from audit_records where coalesce(client_code, '') = ${chain}
    order by position limit ${limit}`.execute(trx)
  const end = rows.findIndex(({ at }) => !(at < before))
  return end === -1 ? rows : rows.slice(0, end)
}

/** Whether what was removed so far told of a change of the settings; when that cannot be read, yes. */
async function toldOfSettings(trx: Database, chain: string): Promise<boolean> {
  const removal = await lastRemoval(trx, chain)
  return removal !== undefined && !String(removal.detail).includes('"settingsWereChanged":false')
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
