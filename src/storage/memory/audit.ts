import { chained, chainOf, type KeptRecord } from '#service/audit/chain.ts'
import type { AuditFilter, AuditPlace, AuditRecord, AuditStore, ChainLink } from '#service/audit/store.ts'

type Kept = { audit: AuditRecord; found: KeptRecord & ChainLink & { sequence: number } }

/** `record` is for the other stores: their change and its record are one. */
export function memoryAudit(): { audit: AuditStore; record: (audit: AuditRecord) => void } {
  let records: Kept[] = []
  let sequence = 0
  const heads = new Map<string, ChainLink>()

  const record = (audit: AuditRecord) => {
    const chain = chainOf(audit)
    const next = chained(audit, heads.get(chain))
    records.push({ audit, found: { ...next, sequence: (sequence += 1) } })
    heads.set(chain, { position: next.position, hash: next.hash })
  }

  const inChain = (chain: string) => records.filter(({ audit }) => chainOf(audit) === chain)
  const newestFirst = (filter: AuditFilter) =>
    records
      .filter(({ audit }) => matches(audit, filter))
      .map(({ found }) => found)
      .toSorted((one, other) => other.at - one.at || other.sequence - one.sequence)
  const removalIn = (chain: string) =>
    inChain(chain).findLast(({ audit: { action } }) => action === 'audit.removed')

  return {
    record,
    audit: {
      append: async (audit) => record(audit),
      list: async (limit) =>
        records
          .toReversed()
          .slice(0, limit)
          .map(({ audit }) => audit),

      page: async (filter, before, limit) =>
        newestFirst(filter)
          .filter((found) => before === null || isBefore(found, before))
          .slice(0, limit),
      count: async (filter, most) => Math.min(most, newestFirst(filter).length),
      people: async (clientCode) => [
        ...new Map(
          records
            .filter(({ audit }) => isOf(audit, clientCode))
            .flatMap(({ audit: { actorId: id, actorName: name } }) =>
              id === null ? [] : [[id, { id, name }]],
            ),
        ).values(),
      ],

      head: async (chain) => heads.get(chain),
      removal: async (chain) => removalIn(chain)?.found,
      after: async (chain, after, limit) =>
        inChain(chain)
          .map(({ found }) => found)
          .filter(({ position }) => position > Number(after?.position ?? 0))
          .slice(0, limit),

      async removeFirst(chain, before, limit, recordOf) {
        const kept = inChain(chain)
        const end = kept.findIndex(({ audit: { at } }) => at >= before)
        const removed = kept.slice(0, Math.min(limit, end === -1 ? kept.length : end))
        const last = removed.at(-1)
        if (last === undefined) return false
        const { position, hash } = last.found
        const told = await recordOf({
          count: removed.length,
          position,
          hash,
          settingsWereChanged: [...removed, removalIn(chain)].some(
            (one) => one && tellsOfSettings(one.audit),
          ),
        })
        records = records.filter((one) => !removed.includes(one))
        record(told)
        return true
      },
    },
  }
}

const isOf = (audit: AuditRecord, clientCode: string) =>
  audit.clientCode === null || audit.clientCode === clientCode

const matches = (audit: AuditRecord, { clientCode, actorId, actions, from, until }: AuditFilter) =>
  isOf(audit, clientCode) &&
  (actorId === null || audit.actorId === actorId) &&
  (actions === null || actions.includes(audit.action)) &&
  audit.at >= from &&
  audit.at < until

const isBefore = (found: { at: number; sequence: number }, { at, sequence }: AuditPlace) =>
  found.at < Number(at) || (found.at === Number(at) && found.sequence < Number(sequence))

const tellsOfSettings = ({ action, detail }: AuditRecord) =>
  action === 'settings.updated' || ('settingsWereChanged' in detail && detail.settingsWereChanged)
