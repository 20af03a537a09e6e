import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { expect, it, onTestFinished } from 'vitest'
import { AccessToken } from '#contract/second-step.ts'
import { CreationOptions } from '#contract/webauthn.ts'
import { makeAuthenticator } from '../support/authenticator.ts'
import { command, refusalToStart, startService } from '../support/running-service.ts'
import { json } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const KEY = '11'.repeat(32)

/** Sends a batch. @returns the address of its status */
async function sendBatch(url: string, rows: string[]) {
  const answer = await fetch(`${url}/m2/demo/v2/profile/batchUpdate`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: ['batch=thirdPartyId,city', ...rows].join('\n'),
  })
  const text = await answer.text()
  expect(text).toContain('<success>true</success>')
  return new URL(/<batchStatus>(.*)<\/batchStatus>/.exec(text)?.[1] ?? '')
}

const statusOf = async (url: string, { pathname, search }: URL) =>
  (await fetch(`${url}${pathname}${search}&showDetails=true`)).text()

const setUp = (url: string, link: string | null, person: { name?: string; email?: string }) =>
  fetch(`${url}/console/v1/set-up`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({
      ...person,
      code: link?.split('#code=')[1],
      password: 'correct horse battery staple',
    }),
  })

const accessToken = (url: string) =>
  fetch(
    `${url}/console/v1/access-token`,
    json('POST', { email: 'ana@example.com', password: 'correct horse battery staple' }),
  )

it('says where it is and how to set it up, and keeps both out of the log', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })

  const answer = await fetch(`${service.url}/console/v1/session`)

  expect(answer.status).toBe(401)
  expect(service.setUpUrl).toMatch(new RegExp(`^${service.url}/set-up#code=tsu_`))
  expect(service.output()).toContain(`once:\n\n    ${service.setUpUrl}\n\n`)
  expect(await service.logUpTo(answer)).toMatchObject([
    { method: 'GET', route: '/console/v1/session', status: 401 },
  ])
})

it('warns the operator once, and the log, where other machines reach it without https', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder(), HOST: '0.0.0.0' })

  const lines = () =>
    service
      .output()
      .split('\n')
      .filter((line) => line.includes('travel in clear'))
  await expect.poll(lines).toHaveLength(2)
  const [said, logged] = lines().toSorted()
  expect(said).toMatch(/^HOST is an address that other machines reach, .* set PUBLIC_URL to its address/)
  expect(JSON.parse(logged ?? '')).toMatchObject({ level: 40, msg: said })
})

it('keeps its data over a restart and stops in good order', async () => {
  const DATA_DIR = temporaryFolder()
  const first = await startService({ DATA_DIR })
  const status = await sendBatch(first.url, ['anna,Oslo'])
  await expect.poll(() => statusOf(first.url, status)).toContain('<status>complete</status>')

  const exitCode = await first.stop()
  const second = await startService({ DATA_DIR })
  const profile = await fetch(`${second.url}/rest/v1/profiles/thirdPartyId/anna?client=demo`)

  expect(exitCode).toBe(0)
  expect(await profile.json()).toMatchObject({ profileAttributes: { city: { value: 'Oslo' } } })
  expect(second.setUpUrl).not.toBe(first.setUpUrl)
})

it('applies after a kill what it had accepted before, every row once', async () => {
  const DATA_DIR = temporaryFolder()
  const rows = Array.from({ length: 100_000 }, (_, index) => `customer-${index},City-${index}`)
  const killed = await startService({ DATA_DIR })

  const status = await sendBatch(killed.url, rows)
  await killed.kill()
  const service = await startService({ DATA_DIR })

  await expect.poll(() => statusOf(service.url, status)).toContain('<status>complete</status>')
  const details = await statusOf(service.url, status)
  expect(details).toContain('<consumedCount>100000</consumedCount>')
  expect(details).toContain('<successfulUpdates>100000</successfulUpdates>')
  const last = await fetch(`${service.url}/rest/v1/profiles/thirdPartyId/customer-99999?client=demo`)
  expect(await last.json()).toMatchObject({ profileAttributes: { city: { value: 'City-99999' } } })
})

it('keeps other users of the machine out of its files', async () => {
  const DATA_DIR = temporaryFolder()

  await startService({ DATA_DIR })

  const files = readdirSync(DATA_DIR)
  const readableByOthers = files.filter((name) => statSync(join(DATA_DIR, name)).mode & 0o077)
  expect(files).toContain('encryption-key')
  expect(readableByOthers).toEqual([])
})

it('refuses a data folder that another process uses', async () => {
  const DATA_DIR = temporaryFolder()
  await startService({ DATA_DIR })

  const { exitCode, said } = await refusalToStart({ DATA_DIR })

  expect(exitCode).toBe(1)
  expect(said).toMatch(/^Another process is using the data folder [^\n]+\n$/)
})

it('refuses a port that is in use', async () => {
  const { url } = await startService({ DATA_DIR: temporaryFolder() })

  const { exitCode, said } = await refusalToStart({ DATA_DIR: temporaryFolder(), PORT: new URL(url).port })

  expect(exitCode).toBe(1)
  expect(said).toMatch(/^Port \d+ of 127\.0\.0\.1 is in use[^\n]+\n$/)
})

it('refuses an encryption key that is not the one of its data', async () => {
  const DATA_DIR = temporaryFolder()
  await (await startService({ DATA_DIR })).stop()

  const { exitCode, said } = await refusalToStart({ DATA_DIR, ENCRYPTION_KEY: KEY })

  expect(exitCode).toBe(1)
  expect(said).toMatch(/^The encryption key does not fit the database[^\n]+\n$/)
})

it('refuses to make a new encryption key for data that needs the old one', async () => {
  const DATA_DIR = temporaryFolder()
  await (await startService({ DATA_DIR })).stop()
  rmSync(join(DATA_DIR, 'encryption-key'))

  const { exitCode, said } = await refusalToStart({ DATA_DIR })

  expect(exitCode).toBe(1)
  expect(said).toMatch(/encryption-key is missing[^\n]+\n$/)
})

it('refuses a wrong variable with one sentence and no stack trace', async () => {
  const { exitCode, said } = await refusalToStart({ DATA_DIR: temporaryFolder(), PORT: 'http' })

  expect(exitCode).toBe(1)
  expect(said).toBe('PORT must be a whole number from 0 to 65535.\n')
})

it('keeps the door shut, and says so once in its log, where the switch holds neither 0 nor 1', async () => {
  const DATA_DIR = temporaryFolder()
  await (await startService({ DATA_DIR })).stop()
  const database = new DatabaseSync(join(DATA_DIR, 'profile-api.sqlite'))
  database.exec(`
    pragma ignore_check_constraints = on;
    insert into client_settings (client_code, other_settings, revision, enable_profile_api_authentication)
    values ('demo', '{}', 1, 'true')`)
  database.close()
  const service = await startService({ DATA_DIR })
  const call = () => fetch(`${service.url}/m2/demo/profile/batchStatus?batchId=none`)

  const answers = [await call(), await call()]
  await service.logUpTo(answers[1] ?? new Response())

  const doubt =
    'The database holds neither 0 nor 1 in client_settings.enable_profile_api_authentication: taken for 1.'
  expect(answers.map(({ status }) => status)).toEqual([401, 401])
  expect(service.output().split(`"msg":"${doubt}"`)).toHaveLength(2)
})

it('takes the passkeys of someone who lost them away, on the word of the operator', async () => {
  const DATA_DIR = temporaryFolder()
  const first = await startService({ DATA_DIR })
  await setUp(first.url, first.setUpUrl, { name: 'Ana', email: 'ana@example.com' })
  const before = await accessToken(first.url)
  const passkeys = `${first.url}/console/v1/account/passkeys`
  const Authorization = `Bearer ${v.parse(AccessToken, await before.json()).accessToken}`
  const asked = await fetch(`${passkeys}/options`, { method: 'POST', headers: { Authorization } })
  const options = v.parse(CreationOptions, await asked.json())
  const credential = await makeAuthenticator({ origin: first.url }).create(options)
  const added = await fetch(passkeys, json('POST', { name: 'Laptop', credential }, { Authorization }))
  const meanwhile = await accessToken(first.url)
  await first.stop()

  const unknown = await command('reset-second-step', ['ben@example.com'], { DATA_DIR })
  const reset = await command('reset-second-step', ['Ana@example.com'], { DATA_DIR })
  const { url } = await startService({ DATA_DIR })
  const after = await accessToken(url)

  expect([added.status, meanwhile.status, after.status]).toEqual([201, 403, 201])
  expect(unknown).toEqual({ exitCode: 1, said: 'There is no user with the e-mail "ben@example.com".\n' })
  expect(reset.exitCode).toBe(0)
  expect(reset.said).toContain('Ana has no passkey and no recovery code any more')
})

it('gives someone who lost their password a new link, on the word of the operator', async () => {
  const DATA_DIR = temporaryFolder()
  const first = await startService({ DATA_DIR })
  await setUp(first.url, first.setUpUrl, { name: 'Ana', email: 'ana@example.com' })
  await first.stop()

  const unknown = await command('set-up-link', ['ben@example.com'], { DATA_DIR })
  const made = await command('set-up-link', ['Ana@example.com'], { DATA_DIR })
  const { url } = await startService({ DATA_DIR })
  const signedIn = await setUp(url, /\S+#code=\S+/.exec(made.said)?.[0] ?? null, {})

  expect(unknown).toEqual({ exitCode: 1, said: 'There is no user with the e-mail "ben@example.com".\n' })
  expect(made.exitCode).toBe(0)
  expect(await signedIn.json()).toMatchObject({ user: { name: 'Ana', sysadmin: true } })
})

it.each(['SIGTERM', 'SIGINT'] as const)('stops when npm start is sent %s', async (signal) => {
  const npm = spawn('npm', ['start'], {
    cwd: resolve(import.meta.dirname, '../..'),
    env: {
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      DATA_DIR: temporaryFolder(),
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  onTestFinished(() => void (npm.exitCode ?? process.kill(-(npm.pid ?? 0), 'SIGKILL')))
  let said = ''
  for (const stream of [npm.stdout, npm.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  await expect.poll(() => said).toContain('Profile API Console is at ')

  npm.kill(signal)
  // Only when nothing that it has started holds them any more.
  await once(npm, 'close')

  expect(said).toContain('"event":"service.stopped"')
})
