import { CALLER_LIMIT } from '#contract/callers.ts'
import type { AuditRecord } from '#service/audit/store.ts'
import { HOUR_MS, startOfDay } from '#service/callers/periods.ts'
import {
  type CallCount,
  type CallerStore,
  OTHERS,
  type RefusedWay,
  type StoredCaller,
  type Use,
} from '#service/callers/store.ts'

type Counted = Use & {
  clientCode: string
  callerId: string
  periodStart: number
  byHour: number[]
  firstCallAt: number
  lastCallAt: number
}

export function memoryCallers(record: (audit: AuditRecord) => void): CallerStore {
  const callers = new Map<string, StoredCaller & { clientCode: string }>()
  const counts = new Map<string, Counted>()

  const keyOf = (clientCode: string, id: string) => JSON.stringify([clientCode, id])
  const callersOf = (clientCode: string) =>
    callers
      .values()
      .filter((caller) => caller.clientCode === clientCode)
      .toArray()
  const countsOf = (clientCode: string) =>
    counts
      .values()
      .filter((counted) => counted.clientCode === clientCode)
      .toArray()

  function add(clientCode: string, { hour, calls, ...count }: CallCount) {
    const callerId = callers.has(keyOf(clientCode, count.callerId)) ? count.callerId : OTHERS
    const { kind, verdict, isRefused, tokenId, periodStart } = count
    const key = JSON.stringify([clientCode, periodStart, callerId, kind, verdict, isRefused, tokenId])
    const counted = counts.get(key) ?? {
      ...count,
      clientCode,
      callerId,
      byHour: HOURS.map(() => 0),
    }
    counted.byHour[hour] = (counted.byHour[hour] ?? 0) + calls
    counted.firstCallAt = Math.min(counted.firstCallAt, count.firstCallAt)
    counted.lastCallAt = Math.max(counted.lastCallAt, count.lastCallAt)
    counts.set(key, counted)
  }

  return {
    async count(clientCode, seen, added) {
      for (const caller of seen) {
        const key = keyOf(clientCode, caller.id)
        if (callers.has(key) || callersOf(clientCode).length >= CALLER_LIMIT) continue
        callers.set(key, { ...caller, clientCode, name: null })
      }
      for (const count of added) add(clientCode, count)
    },

    list: async (clientCode) =>
      callersOf(clientCode).map(({ id, address, userAgent, name, firstCallAt }) => ({
        id,
        address,
        userAgent,
        name,
        firstCallAt,
      })),

    async name(clientCode, callerId, name, audit) {
      const caller = callers.get(keyOf(clientCode, callerId))
      if (caller === undefined) return false
      callers.set(keyOf(clientCode, callerId), { ...caller, name })
      record(audit)
      return true
    },

    calls: async (clientCode, from, fromDay) =>
      grouped(countsOf(clientCode), useOf).map(([use, alike]) => ({
        ...use,
        calls: sum(alike, (counted) => callsFrom(counted, from)),
        callsOfDays: sum(alike, (counted) => callsFrom(counted, fromDay)),
        ...spanOf(alike),
      })),

    days: async (clientCode, from) =>
      grouped(
        countsOf(clientCode).filter(({ periodStart }) => periodStart >= startOfDay(from)),
        ({ periodStart, verdict, isRefused }) => ({ dayStart: startOfDay(periodStart), verdict, isRefused }),
      ).map(([day, alike]) => ({
        ...day,
        byHour: HOURS.map((hour) => sum(alike, ({ byHour }) => byHour[hour] ?? 0)),
      })),

    refusedWays: async (clientCode, since) =>
      grouped(
        countsOf(clientCode)
          .filter(wasRefused)
          .filter(({ lastCallAt }) => lastCallAt >= since),
        wayOf,
      ).map(([way]) => way),

    async refused(clientCode, ways) {
      const sinceOf = new Map(ways.map(({ since, ...way }) => [JSON.stringify(wayOf(way)), since]))
      const counted = countsOf(clientCode)
        .filter(wasRefused)
        .filter((count) => count.firstCallAt >= (sinceOf.get(JSON.stringify(wayOf(count))) ?? Infinity))
      return grouped(counted, (count) => ({ ...callsLike(count), ...wayOf(count) })).map(([use, alike]) => ({
        ...use,
        calls: sum(alike, (count) => callsFrom(count, 0)),
        ...spanOf(alike),
      }))
    },

    async letIn(clientCode, callerIds, apartAt) {
      const counted = countsOf(clientCode).filter(
        ({ isRefused, callerId }) => !isRefused && callerIds.includes(callerId),
      )
      const { before = [], since = [] } = Object.groupBy(counted, ({ firstCallAt }) =>
        firstCallAt < apartAt ? 'before' : 'since',
      )
      return [before, since].flatMap((part) =>
        grouped(part, callsLike).map(([use, alike]) => ({ ...use, ...spanOf(alike) })),
      )
    },

    async removeBefore(clientCode, instant) {
      const oldest = Math.min(...countsOf(clientCode).map(({ periodStart }) => periodStart))
      if (oldest < instant) {
        for (const [key, counted] of counts) {
          if (counted.clientCode === clientCode && counted.periodStart === oldest) counts.delete(key)
        }
        return true
      }
      const calling = new Set(countsOf(clientCode).map(({ callerId }) => callerId))
      for (const { id, firstCallAt } of callersOf(clientCode)) {
        if (firstCallAt < instant && !calling.has(id)) callers.delete(keyOf(clientCode, id))
      }
      return false
    },
  }
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

const sum = <One>(all: One[], numberOf: (one: One) => number) =>
  all.reduce((total, one) => total + numberOf(one), 0)

const callsFrom = ({ periodStart, byHour }: Counted, from: number) =>
  sum(HOURS, (hour) => (startOfDay(periodStart) + hour * HOUR_MS >= from ? (byHour[hour] ?? 0) : 0))

const useOf = ({ callerId, kind, verdict, isRefused, tokenId }: Counted) => ({
  callerId,
  kind,
  verdict,
  isRefused,
  tokenId,
})

const callsLike = ({ callerId, kind, verdict, tokenId }: Counted) => ({ callerId, kind, verdict, tokenId })
/** What was refused has a reason for it. */
const wasRefused = (count: Counted): count is Counted & RefusedWay => count.isRefused
const wayOf = ({ verdict, tokenId }: RefusedWay): RefusedWay => ({ verdict, tokenId })

const spanOf = (counted: Pick<Counted, 'firstCallAt' | 'lastCallAt'>[]) => ({
  firstCallAt: Math.min(...counted.map(({ firstCallAt }) => firstCallAt)),
  lastCallAt: Math.max(...counted.map(({ lastCallAt }) => lastCallAt)),
})

/** Those that have the same in common, with it. */
function grouped<One, Common>(all: One[], commonOf: (one: One) => Common): [Common, One[]][] {
  const groups = Map.groupBy(all, (one) => JSON.stringify(commonOf(one)))
  return [...groups.values()].flatMap((group) =>
    group[0] === undefined ? [] : [[commonOf(group[0]), group]],
  )
}
