import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startPostgres } from '../support/postgres-server.ts'
import { postgres } from './engines.ts'
import { median, print } from './figures.ts'
import { type Load, load } from './load.ts'
import { PATH } from './reads.ts'
import { startService, withFolder } from './service.ts'

const ROUNDS = 11
const ROUND_MS = 1500
/** Until what runs often has been compiled for that. */
const WARM_UP_MS = 8000
const KINDS = ['bare', 'ours', 'refused'] as const

/** Reads with the token, and with one that is not known, beside a bare app with the same look-ups and the same answer. */
export async function benchBare() {
  await benchBareOn('SQLite', {})
  const server = await startPostgres({ durable: true })
  await benchBareOn('PostgreSQL', await postgres(server.url).environment())
  await server.stop()
}

async function benchBareOn(name: string, environment: Record<string, string>) {
  await withFolder(async (folder) => {
    const service = await startService(
      folder,
      { LOG_LEVEL: 'info', ...environment },
      openSync('/dev/null', 'w'),
    )
    await service.ingest('batch=thirdPartyId,city\ncustomer-1,Oslo\n')
    await service.requireAuthentication(true)
    const authorization = await service.generateToken()
    const bare = await startBare(environment['DATABASE_URL'] ?? join(folder, 'data', 'profile-api.sqlite'))
    const ask = (token: string) =>
      `GET ${PATH} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${token}\r\n\r\n`
    const loads = {
      bare: (ms: number) => load(new URL(bare.url), bare.pid, ask(authorization), ms),
      ours: (ms: number) => load(new URL(service.url), service.pid, ask(authorization), ms),
      refused: (ms: number) => load(new URL(service.url), service.pid, ask(wrong(authorization)), ms),
    }
    const rounds: Record<(typeof KINDS)[number], Load>[] = []
    for (const kind of KINDS) await loads[kind](WARM_UP_MS)
    for (let round = 0; round < ROUNDS; round += 1) {
      const [inBare, inOurs] = [await loads.bare(ROUND_MS), await loads.ours(ROUND_MS)]
      rounds.push({ bare: inBare, ours: inOurs, refused: await loads.refused(ROUND_MS) })
    }
    bare.child.kill()
    await service.stop()
    print(`\nSingle read on ${name}, medians of ${ROUNDS} alternating rounds over 16 connections`)
    for (const kind of KINDS) {
      const of = (figure: keyof Load) => median(rounds.map((round) => round[kind][figure])).toFixed()
      const toBare = (figure: keyof Load) =>
        median(rounds.map((round) => round[kind][figure] / round.bare[figure]))
      const processor = 1 / toBare('processorMicroseconds')
      print(
        `  ${kind.padEnd(8)} ${of('perSecond')}/s, ${of('processorMicroseconds')} µs of processor each; of the bare app ${toBare('perSecond').toFixed(2)} by requests, ${processor.toFixed(2)} by processor time, p99 ${toBare('p99Ms').toFixed(1)} times as long`,
      )
    }
  })
}

/** The same with another last character, which its checksum tells. */
const wrong = (authorization: string) =>
  authorization.slice(0, -1) + (authorization.endsWith('a') ? 'b' : 'a')

async function startBare(database: string): Promise<{ child: ChildProcess; pid: number; url: string }> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'bare-reads.ts'), database], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [address]: Buffer[] = await once(child.stdout, 'data')
  return { child, pid: child.pid ?? 0, url: String(address).trim() }
}
