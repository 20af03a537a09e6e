import { setTimeout as delay } from 'node:timers/promises'
import { load } from './load.ts'
import { print } from './figures.ts'
import { withinMemory } from './memory-limit.ts'
import { PATH } from './reads.ts'
import { batchOf, ROW_COUNT } from './rows.ts'
import { startService, withFolder } from './service.ts'

const STORY_MB = 256
const READS_MS = 8000
/** After which nothing of the start is still being done. */
const IDLE_AFTER_MS = 5000

/** The memory of the process when nothing is asked of it, under reads, and the most that it ever has while a batch comes in. */
export const benchMemory = () => story()

/** The same with so much for the process and for the pages of its files: that nothing of it fails is what it tells. */
export const benchStoryIn256Mb = () => story(STORY_MB)

/** What a company does with it: visitors come in, authentication is turned on, jobs read, the token is rotated, visitors change. */
async function story(limitMB?: number) {
  await withFolder(async (folder) => {
    const { started: service, remove } = await withinMemory(limitMB, () => startService(folder, {}))
    const { pid, url } = service
    print(`\nMemory of the process${limitMB === undefined ? '' : ` within ${limitMB} MB`}, with SQLite`)
    const tell = (when: string, mb: number) => print(`  ${when.padEnd(44)} ${Math.round(mb)} MB`)
    await delay(IDLE_AFTER_MS)
    tell('idle, once somebody has set it up', service.rssMB())

    await service.ingest('batch=thirdPartyId,city\ncustomer-1,Oslo\n')
    await service.requireAuthentication(true)
    await readWith(await service.generateToken())
    tell(`after ${READS_MS / 1000} s of reads`, service.rssMB())
    await readWith(await service.generateToken())
    tell('after the token was rotated, and as many', service.rssMB())

    await service.requireAuthentication(false)
    await service.ingest(batchOf('first load'))
    await service.ingest(batchOf('update'))
    tell(`at most, with ${ROW_COUNT.toLocaleString('en')} rows twice`, service.peakRssMB())
    await service.stop()
    await remove()

    /** @throws Error when an answer is not as the first one, which is asked for by itself */
    async function readWith(authorization: string) {
      const answer = await fetch(`${url}${PATH}`, { headers: { Authorization: authorization } })
      if (answer.status !== 200) throw new Error(`A read was answered ${answer.status}`)
      const ask = `GET ${PATH} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization}\r\n\r\n`
      await load(new URL(url), pid, ask, READS_MS)
    }
  })
}
