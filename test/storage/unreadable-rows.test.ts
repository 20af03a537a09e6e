import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Stores } from '#service/stores.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { emptyDatabase } from '../support/postgres.ts'
import { json, makeService } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const engines = [
  { engine: 'SQLite', open: () => openSqlite(join(temporaryFolder(), 'test.sqlite')) },
  { engine: 'PostgreSQL', open: async () => openPostgres(await emptyDatabase()) },
]

const SETTINGS = '/acme/target/clients/settings'
const TOKEN = '/acme/target/authentication/token?authorizationScope=profile_api'

/** What no version of ours writes, and what then cannot be read. */
const planted: [what: string, change: RawBuilder<unknown>, read: (stores: Stores) => Promise<unknown>][] = [
  [
    'a switch that is neither on nor off',
    sql`update client_settings set enable_profile_api_authentication = 2`,
    ({ settings }) => settings.find('acme'),
  ],
  [
    'settings of an unknown kind',
    sql`update client_settings set other_settings = '{"ipObfuscation":"ALL"}'`,
    ({ settings }) => settings.find('acme'),
  ],
  [
    'a scope that no token has',
    sql`update tokens set scope = 'everything'`,
    ({ access }) => access.find('acme', 'sha256'),
  ],
  ['a role that nobody has', sql`update user_roles set role = 'king'`, ({ users }) => users.list()],
  ['an act that never happens', sql`update audit_records set action = 'x.y'`, ({ audit }) => audit.list(1)],
  ['details of another act', sql`update audit_records set detail = '{"a":1}'`, ({ audit }) => audit.list(1)],
]

describe.each(engines)('in $engine', ({ open }) => {
  async function filled() {
    const storage = await open()
    onTestFinished(() => storage.close())
    const service = makeService(storage.stores)
    const approver = await service.as('approver', 'Ana')
    await approver(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true }))
    await approver(TOKEN, { method: 'POST' })
    await sql`update tokens set secret_sha256 = 'sha256'`.execute(storage.tables)
    return { ...storage, service }
  }

  it.each(planted)('%s is not taken for something else', async (_, change, read) => {
    const { tables, stores } = await filled()
    await change.execute(tables)

    await expect(read(stores)).rejects.toThrow('The database holds something unreadable in')
  })

  it('a switch that is neither on nor off lets nobody in', async () => {
    const { tables, service } = await filled()
    await sql`update client_settings set enable_profile_api_authentication = 2`.execute(tables)

    const answer = await service.call('/rest/v1/profiles/1?client=acme')

    expect(answer.status).toBe(503)
  })
})
