import { Agent, request } from 'node:http'
import { median, print } from './figures.ts'
import { startService, withFolder } from './service.ts'

const ROUNDS = 21
const ROUND_MS = 1000
const CONNECTIONS = 16
/** Of the one profile that is read. */
export const PATH = '/rest/v1/profiles/thirdPartyId/customer-1?client=demo'

/** Requests per second of a single read, with Require Authentication on against off, in alternating rounds. */
export async function benchReads() {
  await withFolder(async (folder) => {
    const service = await startService(folder, {})
    await service.ingest('batch=thirdPartyId,city\ncustomer-1,Oslo\n')
    const authorization = await service.generateToken()
    const perSecond = { on: [] as number[], off: [] as number[] }
    await readsPerSecond(`${service.url}${PATH}`, authorization)
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const state of round % 2 === 0 ? (['on', 'off'] as const) : (['off', 'on'] as const)) {
        await service.requireAuthentication(state === 'on')
        perSecond[state].push(
          await readsPerSecond(`${service.url}${PATH}`, state === 'on' ? authorization : null),
        )
      }
    }
    await service.stop()
    const ratio = median(perSecond.on.map((on, round) => on / (perSecond.off[round] ?? Number.NaN)))
    const [on, off] = [median(perSecond.on), median(perSecond.off)].map(Math.round)
    print(`\nSingle read, medians of ${ROUNDS} alternating rounds over ${CONNECTIONS} connections`)
    print(`  authentication on ${ratio.toFixed(2)} of off: ${on} against ${off} requests/s`)
  })
}

/** @param url of the profile */
export async function readsPerSecond(url: string, authorization: string | null): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const headers = authorization === null ? {} : { Authorization: authorization }
  const startedAt = performance.now()
  let count = 0
  const oneAfterTheOther = async () => {
    while (performance.now() - startedAt < ROUND_MS) {
      await read(url, agent, headers)
      count += 1
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, oneAfterTheOther))
  agent.destroy()
  return (count * 1000) / (performance.now() - startedAt)
}

function read(url: string, agent: Agent, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`A read was answered ${answer.statusCode}`))
      answer.resume().on('end', resolve)
    })
    sent.on('error', reject).end()
  })
}
