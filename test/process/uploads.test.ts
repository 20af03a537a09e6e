import { connect } from 'node:net'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { emptyDatabase, select } from '../support/postgres.ts'
import { startService } from '../support/running-service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Where each engine keeps what came in of a batch, and how it is counted beside the service. */
const sqlite = {
  engine: 'SQLite',
  prepare: async () => {
    const DATA_DIR = temporaryFolder()
    const staged = async (sql: string) => {
      const database = new DatabaseSync(join(DATA_DIR, 'profile-api.sqlite'), { readOnly: true })
      const rows = database.prepare(sql).all()
      database.close()
      return rows
    }
    return { environment: { DATA_DIR }, ask: staged }
  },
}

const postgres = {
  engine: 'PostgreSQL',
  prepare: async () => {
    const DATABASE_URL = await emptyDatabase()
    const ask = (sql: string) => select(DATABASE_URL, sql)
    return { environment: { DATA_DIR: temporaryFolder(), DATABASE_URL }, ask }
  },
}

/** Of what came in; that it was refused is kept. */
const LEFT = `
  select cast((select count(*) from batches where refusal is null) as integer) as batches,
    cast((select count(*) from batch_chunks) as integer) as chunks`

/** Sends so much of a batch that part of it is stored, and then nothing more. */
async function halfAnUpload(url: string) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').setEncoding('utf8')
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => {}) // a process that dies resets it
  let answer = ''
  socket.on('data', (text) => (answer += String(text)))
  const closed = new Promise<string>((resolve) => socket.on('close', () => resolve(answer)))
  const head =
    'POST /m2/demo/v2/profile/batchUpdate HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40000000\r\n\r\n'
  const rows = Array.from({ length: 40_000 }, (_, row) => `customer-${row},${'x'.repeat(20)}\n`)
  socket.write(`${head}batch=thirdPartyId,city\n${rows.join('')}`)
  return { socket, closed }
}

type Ask = (sql: string) => Promise<Record<string, unknown>[]>

const partlyStored = (ask: Ask) =>
  expect.poll(async () => Number((await ask(LEFT))[0]?.['chunks'])).toBeGreaterThan(0)

describe.each([sqlite, postgres])('an upload on $engine', ({ prepare }) => {
  it('that is cut leaves nothing, at once', async () => {
    const { environment, ask } = await prepare()
    const { url } = await startService(environment)
    const { socket } = await halfAnUpload(url)
    await partlyStored(ask)

    socket.destroy()

    await expect.poll(() => ask(LEFT)).toMatchObject([{ batches: 0, chunks: 0 }])
  })

  it('that a stop cannot wait for is answered, leaves nothing, and is no fault', async () => {
    const { environment, ask } = await prepare()
    const service = await startService(environment)
    const { closed } = await halfAnUpload(service.url)
    await partlyStored(ask)

    const exitCode = await service.stop()

    expect(await closed).toMatch(
      /^HTTP\/1.1 503 [^]*Retry-After: \d[^]*Connection: close[^]*is being stopped/i,
    )
    expect(exitCode).toBe(0)
    expect(await ask(LEFT)).toMatchObject([{ batches: 0, chunks: 0 }])
    expect(service.output()).toContain('"status":503')
    expect(service.output()).not.toContain('"level":50')
  })
})

it('leaves nothing on SQLite when the process dies, once it is started again', async () => {
  const { environment, ask } = await sqlite.prepare()
  const killed = await startService(environment)
  await halfAnUpload(killed.url)
  await partlyStored(ask)

  await killed.kill()
  await startService(environment)

  expect(await ask(LEFT)).toMatchObject([{ batches: 0, chunks: 0 }])
})
