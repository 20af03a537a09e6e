import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { writeCounts } from '#service/callers/rules.ts'
import { sha256Hex } from '#service/sha256.ts'
import type { Stores } from '#service/stores.ts'
import type { Opening } from '#storage/sql/opening.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import type { Database } from '#storage/sql/schema.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { emptyDatabase } from '../support/postgres.ts'
import { json, makeService } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { makeAudit, makeLink, makeSettings } from './records.ts'

type Change = RawBuilder<unknown>

const SETTINGS = '/acme/target/clients/settings'
const TOKEN = '/acme/target/authentication/token?authorizationScope=profile_api'
const PROFILE = '/rest/v1/profiles/1?client=acme'

const setSwitch = (value: Change) =>
  sql`update client_settings set enable_profile_api_authentication = ${value}`
const setSysadmin = (value: Change) => sql`update users set sysadmin = ${value}`

/** Each engine with what can be stored where a switch or an instant should be, once nothing holds it to that. */
const engines = [
  {
    engine: 'SQLite',
    open: (opening: Opening) => openSqlite(join(temporaryFolder(), 'test.sqlite'), opening),
    neither: [sql`2`, sql`-1`, sql`'true'`, sql`''`, sql`x'30'`, sql`0.5`, sql`null`],
    noInstants: [sql`'never'`, sql`9e999`, sql`x''`, sql`1.5`],
  },
  {
    engine: 'PostgreSQL',
    open: async (opening: Opening) => openPostgres(await emptyDatabase(), opening),
    neither: [sql`2`, sql`-1`, sql`null`],
    noInstants: [sql`9223372036854775807`, sql`8640000000000001`],
  },
]

/** Lets a switch hold anything, and nothing at first. */
async function liftConstraint(tables: Database, [table, column]: readonly [string, string]) {
  const change = sql`alter table ${sql.table(table)}`
  await sql`${change} drop column ${sql.ref(column)}`.execute(tables)
  await sql`${change} add column ${sql.ref(column)} integer`.execute(tables)
}
const SWITCH = ['client_settings', 'enable_profile_api_authentication'] as const
const SYSADMIN = ['users', 'sysadmin'] as const

/** What no version of ours writes, and what then cannot be read. */
const planted: [what: string, change: Change, read: (stores: Stores, secret: string) => Promise<unknown>][] =
  [
    [
      'settings of an unknown kind',
      sql`update client_settings set other_settings = '{"ipObfuscation":"ALL"}'`,
      ({ settings }) => settings.find('acme'),
    ],
    [
      'a scope that no token has',
      sql`update tokens set scope = 'everything'`,
      ({ access }, secret) => access.find('acme', sha256Hex(secret)),
    ],
    ['a role that nobody has', sql`update user_roles set role = 'king'`, ({ users }) => users.list()],
    [
      'a verdict that no call gets',
      sql`update call_counts set verdict = 'x'`,
      ({ callers }) => callers.calls('acme', 0, 0),
    ],
    [
      'a call of no kind',
      sql`update call_counts set kind = 'x'`,
      ({ callers }) => callers.calls('acme', 0, 0),
    ],
    [
      'a reason that no call is refused for',
      sql`update call_counts set verdict = 'x', is_refused = 1`,
      ({ callers }) => callers.refusedWays('acme', 0),
    ],
    [
      'calls neither let in nor refused',
      sql`update call_counts set is_refused = 2`,
      ({ callers }) => callers.days('acme', 0),
    ],
    ['an act that never happens', sql`update audit_records set action = 'x.y'`, ({ audit }) => audit.list(1)],
    [
      'details of another act',
      sql`update audit_records set detail = '{"a":1}'`,
      ({ audit }) => audit.list(1),
    ],
  ]

describe.each(engines)('in $engine', ({ open, neither, noInstants }) => {
  async function filled() {
    const doubts: string[] = []
    const storage = await open({ mayBeNew: true, tell: ({ message }) => doubts.push(message) })
    onTestFinished(() => storage.close())
    const service = makeService(storage.stores)
    const approver = await service.as('approver', 'Ana')
    await approver(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true }))
    const secret = await generated(approver)
    await service.call('/rest/v1/profiles/1?client=acme')
    await writeCounts(service.ports, service.ports.client)
    return { ...storage, service, approver, secret, doubts }
  }

  it.each(planted)('%s is not taken for something else', async (_, change, read) => {
    const { tables, stores, secret } = await filled()
    await change.execute(tables)

    await expect(read(stores, secret)).rejects.toThrow('The database holds something unreadable in')
  })

  it('a switch holds nothing but 0 and 1', async () => {
    const { tables } = await filled()

    for (const value of neither) {
      await expect(setSwitch(value).execute(tables)).rejects.toThrow(/constraint/i)
      await expect(setSysadmin(value).execute(tables)).rejects.toThrow(/constraint/i)
    }
  })

  it('a switch that holds something else all the same is on, and the log says so once', async () => {
    const { tables, service, approver, doubts } = await filled()
    await liftConstraint(tables, SWITCH)

    for (const value of neither) {
      await setSwitch(value).execute(tables)
      const answers = [await service.call(PROFILE), await service.call(PROFILE)]
      const shown = await approver(SETTINGS)

      expect(answers.map(({ status }) => status)).toEqual([401, 401])
      expect(await shown.json()).toEqual({ enableProfileApiAuthentication: true })
    }

    expect(doubts).toEqual([
      'The database holds neither 0 nor 1 in client_settings.enable_profile_api_authentication: taken for 1.',
    ])
  })

  it('a switch that is on by doubt can be turned off, and then it is', async () => {
    const { tables, service, approver } = await filled()
    await liftConstraint(tables, SWITCH)
    await setSwitch(sql`2`).execute(tables)

    await approver(SETTINGS, json('PATCH', { enableProfileApiAuthentication: false }))
    const answer = await service.call(PROFILE)

    expect(answer.status).toBe(404)
  })

  it('settings that are gone are not taken for settings that were never changed', async () => {
    const { tables, service, approver, doubts } = await filled()
    await sql`delete from client_settings`.execute(tables)

    const whileGone = await service.call(PROFILE)
    const shown = await approver(SETTINGS)
    await approver(SETTINGS, json('PATCH', { enableProfileApiAuthentication: false }))
    const afterwards = await service.call(PROFILE)

    expect(whileGone.status).toBe(401)
    expect(await shown.json()).toEqual({ enableProfileApiAuthentication: true })
    expect(afterwards.status).toBe(404)
    expect(doubts).toEqual([
      'The database has lost the settings of acme: authentication is taken to be required.',
    ])
  })

  it('nobody but an exact 1 is a system administrator', async () => {
    const { tables, stores, service, doubts } = await filled()
    const sysadmin = await service.as('sysadmin', 'Sam')
    await liftConstraint(tables, SYSADMIN)

    for (const value of neither) {
      await setSysadmin(value).execute(tables)
      const answer = await sysadmin('/console/v1/users')

      expect(answer.status).toBe(403)
      expect(await stores.users.list()).toMatchObject([{ sysadmin: false }, { sysadmin: false }])
    }

    expect(doubts).toEqual(['The database holds neither 0 nor 1 in users.sysadmin: taken for 0.'])
  })

  it('a token whose end cannot be read has ended, and can be replaced', async () => {
    const { tables, service, approver } = await filled()
    const callWith = (token: string) =>
      service.call(PROFILE, { headers: { Authorization: `Bearer ${token}` } })

    for (const value of noInstants) {
      for (const column of ['expires_at', 'works_until', 'ended_at']) {
        const token = await generated(approver)
        await sql`update tokens set ${sql.ref(column)} = ${value} where replaced_at is null`.execute(tables)
        const refused = await callWith(token)
        const shown = await approver(TOKEN)
        const page = await approver('/console/v1/implementation')

        expect(refused.status).toBe(401)
        expect(refused.headers.get('WWW-Authenticate')).toContain('at 1970-01-01T00:00:00.000Z')
        expect(shown.status).toBe(404)
        expect(page.status).toBe(200)
      }
    }
    const answer = await callWith(await generated(approver))

    expect(answer.status).toBe(404)
  })

  it.each(['expires_at', 'last_seen_at'])('a session whose %s cannot be read is over', async (column) => {
    const { tables, approver } = await filled()

    for (const value of noInstants) {
      await sql`update sessions set ${sql.ref(column)} = ${value}`.execute(tables)
      const answer = await approver(SETTINGS)

      expect(answer.status).toBe(401)
    }
  })

  it('a session whose authenticated_at cannot be read is asked for a fresh sign-in', async () => {
    const { tables, approver } = await filled()

    for (const value of noInstants) {
      await sql`update sessions set authenticated_at = ${value}`.execute(tables)
      const refused = await approver(TOKEN, { method: 'POST' })

      expect(refused.status).toBe(401)
      expect(await refused.json()).toMatchObject({ errors: [{ errorCode: 'Fresh.Sign.In.Required' }] })
    }
  })

  it('a set-up link whose end cannot be read is no use', async () => {
    const { tables, stores, service } = await filled()
    await stores.setUpLinks.replace(
      makeLink({ codeSha256: sha256Hex('tsu_code'), userId: 'user-Ana' }),
      makeAudit(),
    )
    const describeLink = () => service.call('/console/v1/set-up/link', json('POST', { code: 'tsu_code' }))
    expect((await describeLink()).status).toBe(200)

    for (const value of noInstants) {
      await sql`update set_up_links set expires_at = ${value}`.execute(tables)

      expect((await describeLink()).status).toBe(404)
    }
  })
})

it('no flipped bit lets anyone in, but for the one between 1 and 0', async () => {
  const file = join(temporaryFolder(), 'test.sqlite')
  const storage = await openSqlite(file)
  await storage.keyCheck.establish(new Uint8Array(1))
  await storage.stores.settings.replace(
    makeSettings({ settings: { enableProfileApiAuthentication: true } }),
    makeAudit(),
  )
  await storage.close()
  const whole = readFileSync(file)
  // The form of each value stands before them all (sqlite.org/fileformat2.html#record_format), that of the switch as the last but three.
  const at = whole.indexOf('acme{}') - 4
  const ON = 9

  const statuses = []
  for (let bit = 1; bit < 8; bit += 1) {
    const damaged = join(temporaryFolder(), 'damaged.sqlite')
    writeFileSync(damaged, whole.with(at, ON ^ (1 << bit)))
    const opened = await openSqlite(damaged)
    statuses.push((await makeService(opened.stores).call(PROFILE)).status)
    await opened.close()
  }

  expect(whole[at]).toBe(ON)
  expect(statuses.every((status) => status === 401 || status === 503)).toBe(true)
})

async function generated(approver: (path: string, init?: RequestInit) => Promise<Response>) {
  const answer = await approver(TOKEN, { method: 'POST' })
  const { accessToken }: { accessToken: string } = await answer.json()
  return accessToken
}
