import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { AuditChainCheck } from '#service/audit/chain-check.ts'
import { chained } from '#service/audit/chain.ts'
import { removeOldRecords, sealedWith } from '#service/audit/removal.ts'
import type { FoundRecord } from '#service/audit/store.ts'
import { type ChainReader, verifyChain } from '#service/audit/verification.ts'
import { aesCipher } from '#server/cipher.ts'
import { insertAudit } from '#storage/sql/audit.ts'
import { auditChainReader } from '#storage/sql/audit-chains.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import type { SqlStorage } from '#storage/sql/sql-storage.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { emptyDatabase } from '../support/postgres.ts'
import { randomOf } from '../support/random.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { makeAudit, START } from './records.ts'

const DAY_MS = 86_400_000
const KEPT_DAYS = 10
const CLIENT = { clientCode: 'acme', tenant: 'acme', imsOrgId: null, publicUrl: null }

const engines: { engine: string; opened: () => Promise<SqlStorage> }[] = [
  { engine: 'SQLite', opened: () => openSqlite(join(temporaryFolder(), 'test.sqlite')) },
  { engine: 'PostgreSQL', opened: async () => openPostgres(await emptyDatabase()) },
]

describe.each(engines)('what is removed of a chain in $engine', ({ opened }) => {
  /** A record a day, `r0` on the first; `day` is the day on which the service looks. */
  async function open({ days = 8, key = 1 } = {}) {
    const storage = await opened()
    onTestFinished(() => storage.close())
    const { stores, tables } = storage
    await tables.transaction().execute(async (trx) => {
      for (let day = 0; day < days; day += 1) {
        await insertAudit(trx, makeAudit({ id: `r${day}`, at: START + day * DAY_MS }))
      }
    })
    const cipher = await aesCipher(new Uint8Array(32).fill(key))
    const number = randomOf(7)
    const needsOn = (day: number) => ({
      client: CLIENT,
      audit: stores.audit,
      cipher,
      random: (byteCount: number) => Uint8Array.from({ length: byteCount }, () => number() * 256),
      now: () => START + day * DAY_MS,
      auditKeptDays: KEPT_DAYS,
    })
    const run = async (statement: string) => void (await sql.raw(statement).execute(tables))
    const verified = async (reader: ChainReader = auditChainReader(tables, 'acme')) => {
      const ids: unknown[] = []
      const found = await verifyChain(reader, sealedWith(cipher, 'acme'), ({ id }) => ids.push(id))
      const idOf = (record: FoundRecord | null) => record && record.id
      const faults = found.faults.map((fault) =>
        fault.kind === 'missing'
          ? [fault.kind, fault.count, idOf(fault.after), idOf(fault.before)]
          : [fault.kind, idOf(fault.record)],
      )
      return { ids, faults }
    }
    return {
      ...stores,
      tables,
      cipher,
      run,
      verified,
      needsOn,
      remove: (day: number) => removeOldRecords(needsOn(day)),
    }
  }

  it('is all that is too old, once the oldest is so by a day, and the chain goes on without a fault', async () => {
    const { audit, remove, verified } = await open()

    await remove(KEPT_DAYS + 1)
    const notYet = (await verified()).ids
    await remove(KEPT_DAYS + 3.5)
    const removed = await verified()
    await remove(KEPT_DAYS + 3.6)

    expect(notYet).toHaveLength(8)
    const [said] = await audit.list(1)
    expect(removed).toEqual({ ids: ['r4', 'r5', 'r6', 'r7', said?.id], faults: [] })
    expect(said).toMatchObject({
      action: 'audit.removed',
      actorKind: 'system',
      clientCode: 'acme',
      at: START + (KEPT_DAYS + 3.5) * DAY_MS,
      detail: { count: 4, position: 4, keptDays: KEPT_DAYS, settingsWereChanged: false },
    })
    expect(await verified()).toEqual(removed)
  })

  it('is nothing where records are kept for ever', async () => {
    const { needsOn, verified } = await open()

    await removeOldRecords({ ...needsOn(1000), auditKeptDays: 0 })

    expect((await verified()).ids).toHaveLength(8)
  })

  it('may be all there is, time and again, also of records that name no client', async () => {
    const { audit, remove, verified, tables } = await open()
    await audit.append(makeAudit({ clientCode: null, at: START }))

    await remove(100)
    const once = await verified()
    await remove(200)

    const ofNone = await verifyChain(
      auditChainReader(tables, ''),
      async () => true,
      () => {},
    )
    expect(once.faults).toEqual([])
    expect(once.ids).toHaveLength(1)
    expect(await verified()).toMatchObject({
      faults: [],
      ids: [expect.not.stringContaining(String(once.ids[0]))],
    })
    expect(ofNone).toMatchObject({ faultCount: 0, recordCount: 1, first: { action: 'audit.removed' } })
  })

  it('goes in steps, each with a record, and none is lost by two that remove at once', async () => {
    const { audit, needsOn, verified } = await open({ days: 2500 })

    await Promise.all([removeOldRecords(needsOn(5000)), removeOldRecords(needsOn(5000))])

    const said = await audit.list(10)
    expect((await verified()).faults).toEqual([])
    const counts = said.map(({ detail }) => ('count' in detail ? detail.count : 0))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(2500)
    expect(Math.max(...counts)).toBe(1000)
  })

  it('is told apart from what someone else removed after it', async () => {
    const { remove, run, verified } = await open()
    await remove(KEPT_DAYS + 2.5)

    await run(`delete from audit_records where id in ('r3', 'r4')`)

    expect((await verified()).faults).toEqual([['missing', 2, null, 'r5']])
  })

  it('is not what someone says in a record that they appended in the form of the service', async () => {
    const { audit, remove, run, verified } = await open()
    await remove(KEPT_DAYS + 2.5)
    const [first] = await audit.after('acme', undefined, 3)
    const last = await audit.page(
      { clientCode: 'acme', actorId: null, actions: ['audit.removed'], from: 0, until: 8.64e15 },
      null,
      1,
    )
    const { seal } = JSON.parse(String(last[0]?.detail))
    const forged = makeAudit({
      id: 'forged',
      action: 'audit.removed',
      at: START + 20 * DAY_MS,
      detail: {
        count: 1,
        keptDays: 1,
        position: Number(first?.position),
        hash: String(first?.hash),
        settingsWereChanged: false,
        seal,
      },
    })
    await audit.append(forged)
    await run(`delete from audit_records where id = '${String(first?.id)}'`)

    expect((await verified()).faults).toEqual([['removal', 'forged']])
  })

  it('is missed when the record that says so was changed or removed', async () => {
    const { audit, remove, run, verified } = await open()
    await remove(KEPT_DAYS + 2.5)
    await audit.append(makeAudit({ id: 'later', at: START + 20 * DAY_MS }))

    await run(`update audit_records set detail = '{}' where action = 'audit.removed'`)
    const changed = await verified()
    await run(`delete from audit_records where action = 'audit.removed'`)
    const removed = await verified()

    expect(changed.faults.map(([kind]) => kind)).toEqual(['missing', 'changed', 'removal'])
    expect(removed.faults).toEqual([
      ['missing', 3, null, 'r3'],
      ['missing', 1, 'r7', 'later'],
    ])
  })

  it('is no fault while the chain is read', async () => {
    const { audit, remove, verified } = await open({ days: 12 })
    let day = KEPT_DAYS
    const removeSome = async () => {
      if (day < KEPT_DAYS + 10) await remove((day += 2.5))
    }
    const read = await verified({
      head: () => audit.head('acme'),
      removal: () => audit.removal('acme'),
      async after(record) {
        await removeSome()
        const found = await audit.after('acme', record, 3)
        await removeSome()
        return found
      },
    })

    expect(day).toBe(KEPT_DAYS + 10)
    expect(read.faults).toEqual([])
  })

  it('is looked for by a check that keeps what it found in the process', async () => {
    const { audit, cipher, needsOn, remove, run } = await open()
    const warned: unknown[] = []
    const check = new AuditChainCheck()
    const look = async (day: number) => {
      const needs = { ...needsOn(day), audit, cipher, warn: (...told: unknown[]) => warned.push(told) }
      await check.run(needs, async () => {})
      return check.last
    }

    const before = check.last
    const whole = await look(9)
    await remove(KEPT_DAYS + 2.5)
    const removed = await look(13)
    await run(`update audit_records set actor_name = 'Ben' where id = 'r5'`)
    const changed = await look(14)
    const again = await look(15)

    expect(before).toBeNull()
    const at = (day: number) => new Date(START + day * DAY_MS).toISOString()
    const none = { faultCount: 0, firstFault: null }
    const changedAtR5 = { faultCount: 1, firstFault: { kind: 'changed', position: 6, isOfClient: true } }
    expect(whole).toEqual({ checkedAt: at(9), recordCount: 8, since: at(0), ...none })
    expect(removed).toEqual({ checkedAt: at(13), recordCount: 6, since: at(3), ...none })
    expect(changed).toMatchObject({ checkedAt: at(14), ...changedAtR5 })
    expect(again).toMatchObject({ checkedAt: at(15), ...changedAtR5 })
    expect(warned).toEqual([[expect.stringContaining('npm run verify-audit'), { faultCount: 1 }]])
  })

  it.each([
    [`delete from audit_records where id in ('r2', 'r3')`, 'missing', 3],
    [`delete from audit_records where id = 'r0'`, 'missing', 1],
    [`delete from audit_records`, 'missing', null],
    [`update audit_chains set hash = 'x' where client_code = 'acme'`, 'last', 8],
    [`update audit_records set sequence = 100 where id = 'r4'`, 'moved', 6],
    [`update audit_records set position = 9007199254740993 where id = 'r7'`, 'inserted', null],
  ])('names the first fault by its place: %s', async (statement, kind, position) => {
    const { audit, cipher, needsOn, run } = await open()
    const check = new AuditChainCheck()

    await run(statement)
    await check.run({ ...needsOn(9), audit, cipher, warn: () => {} }, async () => {})

    expect(check.last?.firstFault).toEqual({ kind, position, isOfClient: true })
  })

  it('tells a fault of the older records that name no client, and a removal under another key', async () => {
    const { audit, cipher, needsOn, remove, run } = await open()
    await audit.append(makeAudit({ id: 'of-none', clientCode: null, at: START + 9 * DAY_MS }))
    const firstFaultUnder = async (key: typeof cipher) => {
      const check = new AuditChainCheck()
      await check.run({ ...needsOn(13), audit, cipher: key, warn: () => {} }, async () => {})
      return check.last?.firstFault
    }
    await run(`update audit_records set actor_name = 'Ben' where id = 'of-none'`)
    await remove(KEPT_DAYS + 2.5)

    expect(await firstFaultUnder(cipher)).toEqual({ kind: 'changed', position: 1, isOfClient: false })
    const otherKey = await aesCipher(new Uint8Array(32).fill(2))
    expect(await firstFaultUnder(otherKey)).toEqual({ kind: 'removal', position: 9, isOfClient: true })
  })

  it('and what was written anew from some record on, which fits, is known by where the chain had ended', async () => {
    const { audit, cipher, needsOn, run } = await open()
    const check = new AuditChainCheck()
    const look = async () => {
      await check.run({ ...needsOn(9), audit, cipher, warn: () => {} }, async () => {})
      return check.last
    }
    const whole = await look()
    const [, last] = (await audit.after('acme', undefined, 10)).slice(-2)
    const [before] = (await audit.after('acme', undefined, 10)).slice(-2)
    const rewritten = chained(makeAudit({ id: 'r7', at: Number(last?.at), actorName: 'Ben' }), {
      position: Number(before?.position),
      hash: String(before?.hash),
    })

    await run(`update audit_records set actor_name = 'Ben', hash = '${rewritten.hash}' where id = 'r7'`)
    await run(`update audit_chains set hash = '${rewritten.hash}' where client_code = 'acme'`)

    const rewrittenAtR7 = {
      faultCount: 1,
      firstFault: { kind: 'rewritten', position: 8, isOfClient: true },
    }
    expect(whole).toMatchObject({ faultCount: 0, firstFault: null })
    expect(await look()).toMatchObject(rewrittenAtR7)
    expect(await look()).toMatchObject(rewrittenAtR7)
  })
})
