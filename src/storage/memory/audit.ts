import { chained, chainOf } from '#service/audit/chain.ts'
import type { AuditRecord, AuditStore, ChainLink } from '#service/audit/store.ts'

/** `record` is for the other stores: their change and its record are one. */
export function memoryAudit(): { audit: AuditStore; record: (audit: AuditRecord) => void } {
  const records: AuditRecord[] = []
  const heads = new Map<string, ChainLink>()

  const record = (audit: AuditRecord) => {
    const chain = chainOf(audit)
    const { position, hash } = chained(audit, heads.get(chain))
    records.push(audit)
    heads.set(chain, { position, hash })
  }

  return {
    record,
    audit: {
      append: async (audit) => record(audit),
      list: async (limit) => records.toReversed().slice(0, limit),
      head: async (clientCode) => heads.get(clientCode),
    },
  }
}
