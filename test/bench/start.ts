import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { spawnService } from '../support/service-process.ts'
import { median, print } from './figures.ts'
import { withFolder } from './service.ts'

const RUNS = 5
/** After which nothing of the start is still being done. */
const IDLE_AFTER_MS = 5000

/** What Node itself takes to answer: nothing but its HTTP server. */
const BARE = `
  const server = require('node:http').createServer((_request, response) => response.end('ok'))
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port))`

/** From starting the process until it has answered once, and its memory when nothing is asked of it; medians of several. */
export async function benchStart() {
  print(`\nStart until the first answer, and memory when idle, medians of ${RUNS}`)
  const bare = await measured(startBare)
  const tell = (name: string, { startMs, cpuMs, idleMb }: Figures) =>
    print(
      `  ${name}: ${Math.round(startMs)} ms, of the processor ${cpuMs} ms (${(cpuMs / bare.cpuMs).toFixed(1)} of the bare server's), ` +
        `${Math.round(idleMb)} MB (${Math.round(idleMb - bare.idleMb)} above it)`,
    )
  tell('a bare server', bare)
  tell('ours', await measured(startOurs))
}

/** `cpuMs`: what its threads took of the processor until then, which hardly depends on what else the machine does. */
type Figures = { startMs: number; cpuMs: number; idleMb: number }
type Started = { pid: number; url: string; stop: () => Promise<unknown> }

async function measured(start: (folder: string) => Promise<Started>): Promise<Figures> {
  const runs: Figures[] = []
  for (let run = 0; run < RUNS; run += 1) {
    await withFolder(async (folder) => {
      const startedAt = performance.now()
      const { pid, url, stop } = await start(folder)
      await (await fetch(`${url}/healthz`)).text()
      const startMs = performance.now() - startedAt
      const cpuMs = cpuMsOf(pid)
      await delay(IDLE_AFTER_MS)
      runs.push({ startMs, cpuMs, idleMb: residentMbOf(pid) })
      await stop()
    })
  }
  return {
    startMs: median(runs.map(({ startMs }) => startMs)),
    cpuMs: median(runs.map(({ cpuMs }) => cpuMs)),
    idleMb: median(runs.map(({ idleMb }) => idleMb)),
  }
}

const startOurs = (folder: string) => spawnService({ DATA_DIR: join(folder, 'data') })

async function startBare(): Promise<Started> {
  const child = spawn(process.execPath, ['-e', BARE], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = await once(child.stdout.setEncoding('utf8'), 'data')
  return {
    pid: child.pid ?? 0,
    url: String(url).trim(),
    async stop() {
      child.kill()
      await once(child, 'close')
    },
  }
}

/** User and system time; Linux counts them in hundredths of a second. Source: proc(5). */
function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const residentMbOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000
