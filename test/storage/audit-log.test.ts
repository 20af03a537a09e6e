import { join } from 'node:path'
import { type KyselyPlugin, RawNode, sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { AuditAction } from '#contract/audit-details.ts'
import type { AuditFilter, AuditPlace, AuditRecord, AuditStore, FoundRecord } from '#service/audit/store.ts'
import { insertAudit } from '#storage/sql/audit.ts'
import { sqlAuditLog } from '#storage/sql/audit-log.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import type { SqlStorage } from '#storage/sql/sql-storage.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { emptyDatabase } from '../support/postgres.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { makeAudit, makeSettings, START } from './records.ts'
import { storeKinds } from './store-kinds.ts'

const filterOf = (overrides: Partial<AuditFilter> = {}): AuditFilter => ({
  clientCode: 'acme',
  actorId: null,
  actions: null,
  from: 0,
  until: 8.64e15,
  ...overrides,
})

const placeOf = ({ at, sequence }: FoundRecord): AuditPlace => ({
  at: String(at),
  sequence: String(sequence),
})

async function append(audit: AuditStore, ...records: Partial<AuditRecord>[]) {
  for (const record of records) await audit.append(makeAudit(record))
}

const idsOf = (found: FoundRecord[]) => found.map(({ id }) => id)

/** What a record of a removal says besides what the store tells it. */
const toldOf = (
  { position, hash, count, settingsWereChanged }: Parameters<Parameters<AuditStore['removeFirst']>[3]>[0],
  overrides: Partial<AuditRecord> = {},
) =>
  makeAudit({
    action: 'audit.removed',
    at: START + 1_000_000,
    detail: { position, hash, count, settingsWereChanged, keptDays: 1, seal: '' },
    ...overrides,
  })

describe.each(storeKinds)('the audit log in $kind', ({ open }) => {
  it('has the records of a client and those that name none, the newest first', async () => {
    const { audit } = await open()
    await append(
      audit,
      { id: 'old', at: START, clientCode: null },
      { id: 'first', at: START + 1 },
      { id: 'of-beta', at: START + 1, clientCode: 'beta' },
      { id: 'late', at: START + 9 },
      { id: 'behind', at: START + 2 },
      { id: 'same', at: START + 2 },
    )

    const found = await audit.page(filterOf(), null, 10)

    expect(idsOf(found)).toEqual(['late', 'same', 'behind', 'first', 'old'])
    expect(found[0]).toMatchObject({ position: 2, at: START + 9, detail: '{}', actorKind: 'person' })
    expect(found[0]?.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('goes on after any record, with none twice and none left out', async () => {
    const { audit } = await open()
    const ids = ['a', 'b', 'c', 'd', 'e']
    await append(audit, ...ids.map((id, index) => ({ id, at: START + Math.floor(index / 3) })))
    const pages: unknown[][] = []

    let before: AuditPlace | null = null
    for (;;) {
      const found: FoundRecord[] = await audit.page(filterOf(), before, 2)
      const last = found.at(-1)
      if (last === undefined) break
      pages.push(idsOf(found))
      before = placeOf(last)
    }

    expect(pages).toEqual([['e', 'd'], ['c', 'b'], ['a']])
  })

  it.each<[string, Partial<AuditFilter>, string[]]>([
    ['a person', { actorId: 'user-bo' }, ['bo-late', 'bo']],
    ['an act', { actions: ['token.viewed'] }, ['bo-late', 'ana-viewed']],
    ['several acts', { actions: ['token.viewed', 'session.ended'] }, ['bo-late', 'bo', 'ana-viewed']],
    ['a person and an act', { actorId: 'user-bo', actions: ['token.viewed'] }, ['bo-late']],
    ['an instant on', { from: START + 3 }, ['bo-late', 'bo']],
    ['before an instant', { until: START + 3 }, ['ana-viewed', 'ana']],
    ['both', { from: START + 2, until: START + 4 }, ['bo', 'ana-viewed']],
    ['nobody', { actorId: 'user-none' }, []],
  ])('gives and counts those of %s', async (_, filter, ids) => {
    const { audit } = await open()
    await append(
      audit,
      { id: 'ana', at: START + 1, clientCode: null },
      { id: 'ana-viewed', at: START + 2, action: 'token.viewed', detail: { scope: 'profile_api' } },
      { id: 'bo', at: START + 3, action: 'session.ended', actorId: 'user-bo' },
      { id: 'bo-late', at: START + 4, action: 'token.viewed', actorId: 'user-bo' },
    )

    expect(idsOf(await audit.page(filterOf(filter), null, 10))).toEqual(ids)
    expect(await audit.count(filterOf(filter), 10)).toBe(ids.length)
    expect(await audit.count(filterOf(filter), 1)).toBe(Math.min(1, ids.length))
  })

  it('knows everyone who acted, by the name in their last record', async () => {
    const { audit } = await open()
    await append(
      audit,
      { at: START, clientCode: null, actorId: 'user-cy', actorName: 'Cy' },
      { at: START, clientCode: null, actorName: 'Anna' },
      { at: START + 1, actorName: 'Ana B' },
      { at: START + 2, actorName: 'Ana C' },
      { at: START + 3, actorId: 'user-bo', actorName: 'Bo' },
      { at: START + 4, actorId: null, actorName: '' },
      { at: START + 5, actorId: 'user-di', actorName: 'Di', clientCode: 'beta' },
    )

    const people = await audit.people('acme')

    expect(people.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual([
      { id: 'user-ana', name: 'Ana C' },
      { id: 'user-bo', name: 'Bo' },
      { id: 'user-cy', name: 'Cy' },
    ])
  })

  it('loses the first records that are from before an instant, a few at a time, each time with a record', async () => {
    const { audit } = await open()
    await append(audit, ...['a', 'b', 'c', 'd'].map((id, index) => ({ id, at: START + index })))
    await append(audit, { id: 'of-none', at: START, clientCode: null })
    const told: unknown[] = []
    const remove = () =>
      audit.removeFirst('acme', START + 3, 2, async (removed) => {
        told.push(removed)
        return toldOf(removed, { id: `removed-${told.length}` })
      })

    const outcomes = [await remove(), await remove(), await remove()]

    expect(outcomes).toEqual([true, true, false])
    expect(told).toMatchObject([
      { count: 2, position: 2, settingsWereChanged: false },
      { count: 1, position: 3, settingsWereChanged: false },
    ])
    const kept = await audit.after('acme', undefined, 10)
    expect(idsOf(kept)).toEqual(['d', 'removed-1', 'removed-2'])
    expect(await audit.head('acme')).toMatchObject({ position: 6, hash: kept.at(-1)?.hash })
    expect((await audit.removal('acme'))?.id).toBe('removed-2')
    expect(await audit.removal('')).toBeUndefined()
  })

  it('keeps what follows a record that a clock which was ahead made, and such a record itself', async () => {
    const { audit } = await open()
    await append(
      audit,
      { id: 'a', at: START },
      { id: 'ahead', at: START + 90_000 },
      { id: 'b', at: START + 1 },
      { id: 'c', at: START + 1000 },
    )

    await audit.removeFirst('acme', START + 1000, 10, async (removed) => toldOf(removed, { id: 'removed' }))

    expect(idsOf(await audit.after('acme', undefined, 10))).toEqual(['ahead', 'b', 'c', 'removed'])
  })

  it('removes nothing when the record of it cannot be made', async () => {
    const { audit } = await open()
    await append(audit, { id: 'a', at: START }, { id: 'b', at: START + 1 })

    const removed = audit.removeFirst('acme', START + 1, 10, () => Promise.reject(new Error('No key.')))

    await expect(removed).rejects.toThrow('No key.')
    expect(idsOf(await audit.after('acme', undefined, 10))).toEqual(['a', 'b'])
  })

  it('says from then on whether a change of the settings was removed', async () => {
    const { audit } = await open()
    const changed = { action: 'settings.updated' as const, detail: { changes: {} } }
    await append(audit, { at: START }, { at: START + 1, ...changed }, { at: START + 2 })
    const told: boolean[] = []
    const remove = () =>
      audit.removeFirst('acme', START + 3, 1, async (removed) => {
        told.push(removed.settingsWereChanged)
        return toldOf(removed)
      })

    while (await remove());

    expect(told).toEqual([false, true, true])
  })
})

const engines: { engine: string; opened: () => Promise<SqlStorage> }[] = [
  { engine: 'SQLite', opened: () => openSqlite(join(temporaryFolder(), 'test.sqlite')) },
  { engine: 'PostgreSQL', opened: async () => openPostgres(await emptyDatabase()) },
]

/** Has each query answered with how it would be done, which is noted, and no row. */
const explaining = (engine: string, plans: string[]): KyselyPlugin => ({
  transformQuery: ({ node }) =>
    RawNode.create([engine === 'SQLite' ? 'explain query plan ' : 'explain ', ''], [node]),
  async transformResult({ result }) {
    plans.push(result.rows.map((row) => Object.values(row).join(' ')).join('\n'))
    return { rows: [] }
  },
})

describe.each(engines)('in $engine', ({ engine, opened }) => {
  it('settings that are gone are missed after the record of their change was removed', async () => {
    const storage = await opened()
    onTestFinished(() => storage.close())
    const { stores, tables } = storage
    const removed = (clientCode: string) =>
      stores.audit.removeFirst(clientCode, START + 1, 10, async (told) => toldOf(told, { clientCode }))
    await stores.settings.replace(makeSettings(), makeAudit({ action: 'settings.updated' }))
    await stores.audit.append(makeAudit({ clientCode: 'beta' }))

    await removed('acme')
    await removed('beta')
    await sql`delete from client_settings`.execute(tables)

    const isRequired = async (clientCode: string) =>
      (await stores.access.find(clientCode, null)).enableProfileApiAuthentication
    expect([await isRequired('acme'), await isRequired('beta')]).toEqual([true, false])
  })

  const acts: AuditAction[] = ['session.started', 'token.viewed', 'settings.updated']

  it.each<[string, Partial<AuditFilter>]>([
    ['all', {}],
    ['a person', { actorId: 'user-3' }],
    ['acts', { actions: acts.slice(1) }],
    ['a person and acts', { actorId: 'user-3', actions: acts.slice(1) }],
    ['days', { from: START + 500, until: START + 900 }],
  ])(
    'reads the records of %s in the order of an index, and no more of them than it gives',
    async (_, filter) => {
      const storage = await opened()
      onTestFinished(() => storage.close())
      const { tables } = storage
      await tables.transaction().execute(async (trx) => {
        for (let index = 0; index < 2000; index += 1) {
          const action = acts[index % acts.length] ?? 'session.started'
          const clientCode = index % 2 === 0 ? 'acme' : null
          const actorId = `user-${index % 7}`
          await insertAudit(trx, makeAudit({ clientCode, at: START + index, actorId, action }))
        }
      })
      await sql`analyze`.execute(tables)
      const plans: string[] = []
      const log = sqlAuditLog({ read: tables.withPlugin(explaining(engine, plans)) })

      await log.page(filterOf(filter), null, 10)
      await log.page(filterOf(filter), { at: String(START + 800), sequence: '800' }, 10)
      await log.count(filterOf(filter), 10)

      expect(plans).toHaveLength(3)
      for (const plan of plans) {
        const read = plan.split('\n').filter((line) => /(?:SEARCH|SCAN|Scan .*on) audit_records/.test(line))
        expect(plan).toMatch(/audit_records_by_/)
        expect(read.filter((line) => !line.includes('audit_records_by_'))).toEqual([])
        // What the indexes give is brought into one order at the end, and nothing before.
        expect(plan.match(/TEMP B-TREE|->  Sort/g)?.length ?? 0, plan).toBeLessThanOrEqual(1)
      }
    },
  )
})
