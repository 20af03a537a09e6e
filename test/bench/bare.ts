import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { median, print } from './figures.ts'
import { type Load, load } from './load.ts'
import { PATH } from './reads.ts'
import { startService, withFolder } from './service.ts'

const ROUNDS = 11
const ROUND_MS = 1500
const KINDS = ['bare', 'ours', 'refused'] as const

/** Reads with the token, and with one that is not known, beside a bare app with the same look-ups and the same answer. */
export async function benchBare() {
  await withFolder(async (folder) => {
    const service = await startService(folder, { LOG_LEVEL: 'info' }, openSync('/dev/null', 'w'))
    await service.ingest('batch=thirdPartyId,city\ncustomer-1,Oslo\n')
    await service.requireAuthentication(true)
    const authorization = await service.generateToken()
    const bare = await startBare(join(folder, 'data', 'profile-api.sqlite'))
    const ask = (token: string) =>
      `GET ${PATH} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${token}\r\n\r\n`
    const loads = {
      bare: () => load(new URL(bare.url), bare.pid, ask(authorization), ROUND_MS),
      ours: () => load(new URL(service.url), service.pid, ask(authorization), ROUND_MS),
      refused: () => load(new URL(service.url), service.pid, ask(wrong(authorization)), ROUND_MS),
    }
    const rounds: Record<(typeof KINDS)[number], Load>[] = []
    for (const kind of KINDS) await loads[kind]()
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push({ bare: await loads.bare(), ours: await loads.ours(), refused: await loads.refused() })
    }
    bare.child.kill()
    await service.stop()
    print(`\nSingle read, medians of ${ROUNDS} alternating rounds over 16 connections`)
    for (const kind of KINDS) {
      const of = (figure: keyof Load) => Math.round(median(rounds.map((round) => round[kind][figure])))
      const perSecond = median(rounds.map((round) => round[kind].perSecond / round.bare.perSecond))
      const processor = median(
        rounds.map((round) => round.bare.processorMicroseconds / round[kind].processorMicroseconds),
      )
      print(
        `  ${kind.padEnd(8)} ${of('perSecond')}/s, ${of('processorMicroseconds')} µs of processor each; of the bare app ${perSecond.toFixed(2)} by requests, ${processor.toFixed(2)} by processor time`,
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
