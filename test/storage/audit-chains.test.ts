import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { chained } from '#service/audit/chain.ts'
import type { FoundRecord } from '#service/audit/store.ts'
import { FAULTS_TOLD, verifyChain } from '#service/audit/verification.ts'
import { insertAudit } from '#storage/sql/audit.ts'
import { auditChainReader, auditChains } from '#storage/sql/audit-chains.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import type { SqlStorage } from '#storage/sql/sql-storage.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { emptyDatabase, heldBack, query, select } from '../support/postgres.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { makeAudit, makeSettings, START } from './records.ts'

const engines: { engine: string; opened: () => Promise<SqlStorage> }[] = [
  { engine: 'SQLite', opened: () => openSqlite(join(temporaryFolder(), 'test.sqlite')) },
  { engine: 'PostgreSQL', opened: async () => openPostgres(await emptyDatabase()) },
]

const isOurs = async () => true

/** What verifying the chain of a client finds, records by their ids, and the hashes that it came past. */
async function verified({ tables }: SqlStorage, clientCode = 'acme') {
  const hashes: unknown[] = []
  const found = await verifyChain(auditChainReader(tables, clientCode), isOurs, ({ hash }) =>
    hashes.push(hash),
  )
  const idOf = (record: FoundRecord | null) => record && record.id
  const faults = found.faults.map((fault) =>
    fault.kind === 'missing'
      ? [fault.kind, fault.count, idOf(fault.after), idOf(fault.before)]
      : [fault.kind, idOf(fault.record)],
  )
  return { ...found, faults, hashes }
}

/** A chain of `acme` with records of another client among them. */
async function open(opened: () => Promise<SqlStorage>, count = 6) {
  const storage = await opened()
  onTestFinished(() => storage.close())
  await storage.tables.transaction().execute(async (trx) => {
    for (let index = 1; index <= count; index += 1) {
      await insertAudit(trx, makeAudit({ id: `r${index}`, at: START + index }))
      await insertAudit(trx, makeAudit({ clientCode: 'beta' }))
    }
  })
  const run = async (statement: string) => void (await sql.raw(statement).execute(storage.tables))
  return { storage, run }
}

describe.each(engines)('the chain in $engine', ({ opened }) => {
  it('has no fault as it was written, whatever its records say', async () => {
    const { storage } = await open(opened)
    const odd = 'Ana\ud800\u2028"\\\u0000'.slice(0, -1)
    await storage.stores.audit.append(makeAudit({ actorName: odd, detail: {}, remoteAddress: null }))
    await storage.stores.audit.append(makeAudit({ clientCode: null, actorName: odd, requestId: null }))

    const ofAcme = await verified(storage)

    expect(await auditChains(storage.tables)).toEqual(['', 'acme', 'beta'])
    expect(ofAcme).toMatchObject({ recordCount: 7, faultCount: 0, first: { at: START + 1 } })
    expect(await storage.stores.audit.head('acme')).toMatchObject({ position: 7, hash: ofAcme.hashes[6] })
    expect(await verified(storage, '')).toMatchObject({ recordCount: 1, faultCount: 0 })
  })

  it('tells which records were changed, whatever was', async () => {
    const changes = [
      'actor_id = null',
      `actor_name = 'Ben'`,
      `remote_address = '198.51.100.1'`,
      'request_id = null',
      `subject = 'user-ben'`,
      `result = 'refused'`,
      `detail = '{"more":1}'`,
      `actor_kind = 'script'`,
      `action = 'no such action'`,
      'at = at - 1',
      'at = 9223372036854775807',
      `hash = 'none'`,
    ]
    const { storage, run } = await open(opened, changes.length + 1)

    for (const [index, change] of changes.entries()) {
      await run(`update audit_records set ${change} where id = 'r${index + 1}'`)
    }

    const { faults } = await verified(storage)
    expect(faults).toEqual(
      Array.from({ length: changes.length + 1 }, (_, index) => ['changed', `r${index + 1}`]),
    )
    expect(await verified(storage, 'beta')).toMatchObject({ faultCount: 0 })
  })

  it('tells that a record was changed or the one before it, which got a new hash', async () => {
    const { storage, run } = await open(opened)
    const [, second] = (await verified(storage)).hashes
    const rewritten = chained(makeAudit({ id: 'r3', at: START + 3, actorName: 'Ben' }), {
      position: 2,
      hash: String(second),
    })

    await run(`update audit_records set actor_name = 'Ben', hash = '${rewritten.hash}' where id = 'r3'`)

    expect((await verified(storage)).faults).toEqual([['changed', 'r4']])
  })

  it.each([
    { removed: `'r1'`, faults: [['missing', 1, null, 'r2']] },
    { removed: `'r3'`, faults: [['missing', 1, 'r2', 'r4']] },
    {
      removed: `'r2', 'r3', 'r5'`,
      faults: [
        ['missing', 2, 'r1', 'r4'],
        ['missing', 1, 'r4', 'r6'],
      ],
    },
    { removed: `'r6'`, faults: [['missing', 1, 'r5', null]] },
    { removed: `'r1', 'r2', 'r3', 'r4', 'r5', 'r6'`, faults: [['missing', 6, null, null]] },
  ])('tells that records were removed: $removed', async ({ removed, faults }) => {
    const { storage, run } = await open(opened)

    await run(`delete from audit_records where id in (${removed})`)

    expect((await verified(storage)).faults).toEqual(faults)
  })

  it('tells that records were removed by those that took their places', async () => {
    const { storage, run } = await open(opened)

    await run(`delete from audit_records where id = 'r2'`)
    for (const place of [3, 4, 5, 6]) {
      await run(`update audit_records set position = ${place - 1} where id = 'r${place}'`)
    }
    await run(`update audit_chains set position = 5 where client_code = 'acme'`)

    expect((await verified(storage)).faults).toEqual([
      ['changed', 'r3'],
      ['changed', 'r4'],
      ['changed', 'r5'],
      ['changed', 'r6'],
    ])
  })

  it('tells that the end was cut off with its head set back, if the head had been noted', async () => {
    const { storage, run } = await open(opened)
    const noted = (await storage.stores.audit.head('acme'))?.hash
    const [, , , , fifth] = (await verified(storage)).hashes

    await run(`delete from audit_records where id = 'r6'`)
    await run(`update audit_chains set position = 5, hash = '${String(fifth)}' where client_code = 'acme'`)

    const { faultCount, hashes } = await verified(storage)
    expect(faultCount).toBe(0)
    expect(hashes).not.toContain(noted)
  })

  const inserted = (position: number | string, sequence = 1000) =>
    `insert into audit_records (sequence, position, hash, id, client_code, at, actor_kind, actor_name, action, subject, result,
       detail)
     values (${sequence}, ${position}, '', 'new', 'acme', 1, 'system', '', 'session.ended', 'user-ana', 'done', '{}')`

  it('tells that a record was inserted, wherever it claims to stand', async () => {
    const { storage, run } = await open(opened)
    await run('drop index audit_records_in_chain')
    const faultsWith = async (statement: string) => {
      await run(statement)
      const { faults } = await verified(storage)
      await run(`delete from audit_records where id = 'new'`)
      return faults
    }

    expect(await faultsWith(inserted(3))).toEqual([['inserted', 'new']])
    expect(await faultsWith(inserted(0))).toEqual([['inserted', 'new']])
    expect(await faultsWith(inserted(-9))).toEqual([['inserted', 'new']])
    expect(await faultsWith(inserted('9007199254740993'))).toEqual([['inserted', 'new']])
    expect(await faultsWith(inserted(7))).toEqual([
      ['changed', 'new'],
      ['head', 'new'],
    ])
    expect(await faultsWith(inserted(9))).toEqual([
      ['missing', 2, 'r6', 'new'],
      ['head', 'new'],
    ])
    expect(await faultsWith(inserted(3, -5))).toEqual([
      ['changed', 'new'],
      ['moved', 'new'],
      ['inserted', 'r3'],
      ['changed', 'r4'],
    ])
    expect(await verified(storage)).toMatchObject({ faultCount: 0 })
  })

  it('lets no two records have one place', async () => {
    const { run } = await open(opened)

    await expect(run(inserted(3))).rejects.toThrow(/unique/i)
  })

  it('tells that a record was appended as the service does it, but for the head', async () => {
    const { storage, run } = await open(opened)
    const head = await storage.stores.audit.head('acme')
    await storage.stores.audit.append(makeAudit({ id: 'r7' }))

    await run(`update audit_chains set position = 6, hash = '${head?.hash}' where client_code = 'acme'`)

    expect((await verified(storage)).faults).toEqual([['head', 'r7']])
  })

  it('tells that records were swapped, by what they say or by where they stand', async () => {
    const { storage, run } = await open(opened)
    const swap = async (column: string, one: string, other: string, between: string) => {
      await run(`update audit_records set ${column} = ${between} where ${column} = ${one}`)
      await run(`update audit_records set ${column} = ${one} where ${column} = ${other}`)
      await run(`update audit_records set ${column} = ${other} where ${column} = ${between}`)
    }

    await swap('id', `'r2'`, `'r4'`, `'between'`)
    const bySaying = await verified(storage)
    await swap('id', `'r2'`, `'r4'`, `'between'`)
    await swap('sequence', '3', '7', '1000')
    const byStanding = await verified(storage)

    expect(bySaying.faults).toEqual([
      ['changed', 'r4'],
      ['changed', 'r2'],
    ])
    expect(byStanding.faults).toEqual([
      ['moved', 'r3'],
      ['moved', 'r4'],
    ])
  })

  it('tells that a record was given to another client', async () => {
    const { storage, run } = await open(opened)

    await run(`update audit_records set client_code = 'gamma' where id = 'r4'`)

    expect((await verified(storage)).faults).toEqual([['missing', 1, 'r3', 'r5']])
    expect((await verified(storage, 'gamma')).faults).toEqual([
      ['missing', 3, null, 'r4'],
      ['head', 'r4'],
    ])
    expect(await auditChains(storage.tables)).toEqual(['acme', 'beta', 'gamma'])
  })

  it('tells that its head is gone or another', async () => {
    const { storage, run } = await open(opened)

    await run(`update audit_chains set hash = 'another' where client_code = 'acme'`)
    const another = await verified(storage)
    await run(`delete from audit_chains where client_code = 'acme'`)
    const gone = await verified(storage)

    expect(another.faults).toEqual([['head', 'r6']])
    expect(gone.faults).toEqual([['head', 'r6']])
  })

  it('is read in pages, and counts more faults than it tells', async () => {
    const { storage, run } = await open(opened, 1500)
    const whole = await verified(storage)

    await run(`update audit_records set actor_name = 'Ben' where client_code = 'acme'`)
    const changed = await verified(storage)

    expect(whole).toMatchObject({ recordCount: 1500, faultCount: 0 })
    expect(changed.faultCount).toBe(1500)
    expect(changed.faults).toHaveLength(FAULTS_TOLD)
  })

  it('has no fault while it grows', async () => {
    const { storage } = await open(opened)
    const reader = auditChainReader(storage.tables, 'acme')
    let appended = 0
    const append = async () => {
      if ((appended += 1) <= 4) await storage.stores.audit.append(makeAudit())
    }

    const found = await verifyChain(
      {
        ...reader,
        async head() {
          const head = await reader.head()
          await append()
          return head
        },
        async after(record) {
          const records = await reader.after(record)
          await append()
          return records
        },
      },
      isOurs,
      () => {},
    )

    expect(found).toMatchObject({ recordCount: 10, faultCount: 0 })
  })
})

describe('the chain of several processes on a PostgreSQL database', () => {
  async function openTwice() {
    const url = await emptyDatabase()
    const [one, other] = await Promise.all([openPostgres(url), openPostgres(url)])
    onTestFinished(async () => void (await Promise.all([one.close(), other.close()])))
    return { url, one, other }
  }

  it('is one, however they cross', async () => {
    const { one, other } = await openTwice()

    const changed = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const { stores } = index % 2 ? one : other
        if (index % 3 === 0) return stores.settings.replace(makeSettings(), makeAudit())
        await stores.audit.append(makeAudit())
        return false
      }),
    )

    expect(changed.filter(Boolean)).toHaveLength(1)
    expect(await verified(one)).toMatchObject({ recordCount: 41, faultCount: 0 })
  })

  it('makes them wait for each other, and none of them begin again', async () => {
    const { url, one, other } = await openTwice()
    await query(
      url,
      `create sequence insertions;
       create function note_insertion() returns trigger language plpgsql as $$ begin
         perform nextval('insertions');
         return new;
       end $$;
       create trigger note_insertion before insert on audit_records for each row execute function note_insertion()`,
    )
    const release = await heldBack(url, 'lock table audit_chains in share mode')

    const appended = [one, other].map(({ stores }) => stores.audit.append(makeAudit()))
    await expect
      .poll(() =>
        select(
          url,
          `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        ),
      )
      .toHaveLength(2)
    await release()
    await Promise.all(appended)

    expect(await verified(one)).toMatchObject({ recordCount: 2, faultCount: 0 })
    expect(await select(url, 'select last_value::integer from insertions')).toEqual([{ last_value: 2 }])
  })
})
