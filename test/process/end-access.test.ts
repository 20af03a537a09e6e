import { join } from 'node:path'
import { expect, it } from 'vitest'
import { adminOf, isLetIn, setUpAna } from '../support/console-calls.ts'
import { emptyDatabase, select } from '../support/postgres.ts'
import { command, startService } from '../support/running-service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

it('ends all tokens, sessions and links of a service that runs on PostgreSQL', async () => {
  const settings = { DATA_DIR: temporaryFolder(), DATABASE_URL: await emptyDatabase() }
  const { url, setUpUrl } = await startService(settings)
  const accessToken = await setUpAna(url, setUpUrl)
  const admin = adminOf(url, accessToken)
  await admin.requireAuthentication(true)
  const former = await admin.generateToken()
  const token = await admin.generateToken(3600)
  const link = await admin.invite({ name: 'Ben', email: 'ben@example.com' })
  expect(await isLetIn(url, former)).toBe(true)

  const { exitCode, said } = await command('end-access', [], settings)

  expect(said).toMatch(/^Ended: tokens 2, sessions 2, set-up links 1\./)
  expect(exitCode).toBe(0)
  expect(await isLetIn(url, former)).toBe(false)
  expect(await isLetIn(url, token)).toBe(false)
  expect((await admin.tryToGenerateToken()).status).toBe(401)
  const opened = await fetch(`${url}/console/v1/set-up`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ name: 'Ben', password: 'correct horse battery', code: link.split('#code=')[1] }),
  })
  expect(opened.status).toBe(404)
  const acts = await select(
    settings.DATABASE_URL,
    `select actor_kind from audit_records where action = 'access.ended'`,
  )
  expect(acts).toEqual([{ actor_kind: 'operator' }])
  expect((await command('verify-audit', [], settings)).exitCode).toBe(0)
})

it('says so where there is no database to end it in', async () => {
  const DATA_DIR = temporaryFolder()

  const { exitCode, said } = await command('end-access', [], { DATA_DIR })

  expect(said).toBe(`There is no ${join(DATA_DIR, 'profile-api.sqlite')}.\n`)
  expect(exitCode).toBe(1)
})
