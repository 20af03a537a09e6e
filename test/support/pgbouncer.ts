import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { select } from './postgres.ts'

const NOBODY = 65_534

/**
 * Starts PgBouncer in front of a database, until the test ends.
 *
 * @param program its path
 * @param poolMode `session` or `transaction`
 * @returns the address of the same database behind it
 */
export async function startPgBouncer(
  program: string,
  poolMode: string,
  databaseUrl: string,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'profile-api-pgbouncer-'))
  const url = new URL(databaseUrl)
  const settings = join(folder, 'pgbouncer.ini')
  writeFileSync(
    settings,
    `[databases]
* = host=${url.searchParams.get('host')} user=postgres
[pgbouncer]
unix_socket_dir = ${folder}
auth_type = any
pool_mode = ${poolMode}
server_login_retry = 1
`,
  )
  // PgBouncer refuses to run as root.
  const isRoot = process.getuid?.() === 0
  if (isRoot) for (const path of [folder, settings]) chownSync(path, NOBODY, NOBODY)
  const bouncer = spawn(program, [settings], {
    ...(isRoot && { uid: NOBODY, gid: NOBODY }),
    stdio: 'ignore',
  })
  onTestFinished(async () => {
    bouncer.kill('SIGKILL')
    if (bouncer.exitCode === null && bouncer.signalCode === null) await once(bouncer, 'exit')
    rmSync(folder, { recursive: true })
  })
  url.searchParams.set('host', folder)
  url.searchParams.set('port', '6432')
  await expect.poll(() => select(url.href, 'select 1').catch(String)).toHaveLength(1)
  return url.href
}
