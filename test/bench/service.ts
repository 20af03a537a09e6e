import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { spawnService } from '../support/service-process.ts'

/** Does the work with a folder that is gone afterwards. */
export async function withFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'profile-api-console-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The real process, with one person who may do everything. @param log what its log goes to, a file that is open */
export async function startService(folder: string, environment: Record<string, string>, log?: number) {
  const { pid, url, setUpUrl, stop } = await spawnService(
    {
      DATA_DIR: join(folder, 'data'),
      RATE_LIMIT_PER_MINUTE: '9999999',
      LOG_LEVEL: 'error',
      ...environment,
    },
    log,
  )
  const credentials = { email: 'ana@example.com', password: 'correct horse battery staple' }
  const post = (path: string, body: unknown) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: url },
      body: JSON.stringify(body),
    })
  const code = setUpUrl?.split('#code=')[1]
  const signedIn = await post('/console/v1/set-up', { name: 'Ana', ...credentials, code })
  const { accessToken }: { accessToken: string } = await (
    await post('/console/v1/access-token', credentials)
  ).json()
  const asAdministrator = { Authorization: `Bearer ${accessToken}` }
  const admin = async (method: string, path: string, body?: unknown) => {
    const headers = { ...asAdministrator, 'Content-Type': 'application/json' }
    return (await fetch(`${url}/demo/target${path}`, { method, headers, body: JSON.stringify(body) })).json()
  }
  return {
    pid,
    url,
    stop,
    asAdministrator,
    /** The session of the same person as a browser sends it. */
    cookie: signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '',
    requireAuthentication: (enableProfileApiAuthentication: boolean) =>
      admin('PATCH', '/clients/settings', { enableProfileApiAuthentication }),
    /** @returns the value of the `Authorization` field for the profile API */
    async generateToken(): Promise<string> {
      const token = await admin('POST', '/authentication/token?authorizationScope=profile_api', {})
      return `Bearer ${token.accessToken}`
    },
    /** The most memory it ever had, in MB. */
    peakRssMB: () => memoryMB(pid, 'VmHWM'),
    /** The memory that it has, in MB. */
    rssMB: () => memoryMB(pid, 'VmRSS'),
    /** Sends a batch and waits until it is applied. @returns milliseconds until accepted and until complete */
    async ingest(body: BodyInit) {
      const startedAt = performance.now()
      const sent = await fetch(`${url}/m2/demo/v2/profile/batchUpdate`, { method: 'POST', body })
      const text = await sent.text()
      const acceptedMs = performance.now() - startedAt
      const status = new URL(/<batchStatus>(.*)<\/batchStatus>/.exec(text)?.[1] ?? '')
      for (;;) {
        const answer = await (await fetch(`${url}${status.pathname}${status.search}`)).text()
        if (answer.includes('<status>complete</status>')) break
        await delay(10)
      }
      return { acceptedMs, completeMs: performance.now() - startedAt }
    },
  }
}

function memoryMB(pid: number, of: 'VmHWM' | 'VmRSS'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(new RegExp(`${of}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024
}

export type BenchedService = Awaited<ReturnType<typeof startService>>
