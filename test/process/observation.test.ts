import { expect, it } from 'vitest'
import { adminOf, setUpAna } from '../support/console-calls.ts'
import { emptyDatabase } from '../support/postgres.ts'
import { startService } from '../support/running-service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

type Listed = { callers: { address: string; userAgent: string; calls: number; standing: string }[] }

async function callersAt(url: string, accessToken: string): Promise<Listed['callers']> {
  const answer = await fetch(`${url}/console/v1/callers`, {
    headers: { Authorization: `Bearer ${accessToken}` },
  })
  const { callers }: Listed = await answer.json()
  return callers.map(({ address, userAgent, calls, standing }) => ({ address, userAgent, calls, standing }))
}

async function read(url: string, userAgent: string, token?: string) {
  const headers = {
    'User-Agent': userAgent,
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
  }
  const answer = await fetch(`${url}/rest/v1/profiles/1?client=demo`, { headers })
  await answer.text()
  return answer.status
}

it('knows after a stop in good order who called before it, by the address that a proxy tells', async () => {
  const DATA_DIR = temporaryFolder()
  const before = await startService({ DATA_DIR })
  const accessToken = await setUpAna(before.url, before.setUpUrl)
  const headers = { 'User-Agent': 'curl/8.5.0', 'X-Forwarded-For': '::ffff:203.0.113.5' }
  await (await fetch(`${before.url}/rest/v1/profiles/1?client=demo`, { headers })).text()

  await before.stop()
  const after = await startService({ DATA_DIR })

  expect(await callersAt(after.url, accessToken)).toEqual([
    { address: '203.0.113.5', userAgent: 'curl', calls: 1, standing: 'left-behind' },
  ])
})

it('adds up what several processes count, and lets each of them tell of it', async () => {
  const shared = { ENCRYPTION_KEY: '11'.repeat(32), DATABASE_URL: await emptyDatabase() }
  const start = () => startService({ ...shared, DATA_DIR: temporaryFolder() })
  const [one, other] = [await start(), await start()]
  const accessToken = await setUpAna(one.url, other.setUpUrl)
  const token = await adminOf(one.url, accessToken).generateToken()
  for (const { url } of [one, other, one, other, other]) await read(url, 'one/1', token)
  expect(await read(one.url, 'two/1')).toBe(404)
  await adminOf(other.url, accessToken).requireAuthentication(true)
  expect(await read(one.url, 'two/1')).toBe(401)
  const expected = [
    expect.objectContaining({ userAgent: 'two', calls: 2, standing: 'left-behind' }),
    expect.objectContaining({ userAgent: 'one', calls: 5, standing: 'moved' }),
  ]

  await expect.poll(() => callersAt(one.url, accessToken), { timeout: 30_000 }).toEqual(expected)
  await expect.poll(() => callersAt(other.url, accessToken), { timeout: 30_000 }).toEqual(expected)
})
