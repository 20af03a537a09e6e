import { Client } from 'pg'
import { expect, it, onTestFinished, vi } from 'vitest'
import { sharedConnection } from '#storage/sql/shared-connection.ts'
import { emptyDatabase } from '../support/postgres.ts'

const ASKED = 20

/** Connections to a real server, counted as they are given and taken back. */
async function makeShared() {
  const connectionString = await emptyDatabase()
  const counted = { given: 0, released: 0 }
  const connect = async () => {
    counted.given += 1
    const client = new Client({ connectionString, pipeline: true })
    onTestFinished(() => client.end())
    await client.connect()
    return {
      rows: (query: { text: string; rowMode: 'array' }) => client.query<unknown[]>(query),
      release: () => void (counted.released += 1),
    }
  }
  const shared = sharedConnection(connect)
  const ask = async (text: string): Promise<unknown> => {
    const connection = await shared()
    try {
      const { rows } = await connection.rows({ text, rowMode: 'array' })
      return rows[0]?.[0]
    } finally {
      connection.release()
    }
  }
  /** A question that has its answer when it is let go, and not before. */
  const askHeld = async () => {
    const holder = new Client({ connectionString })
    await holder.connect()
    onTestFinished(() => holder.end())
    await holder.query('select pg_advisory_lock(1)')
    const held = ask('select pg_advisory_lock(1)')
    return { held, letGo: () => holder.query('select pg_advisory_unlock(1)') }
  }
  return { ask, askHeld, counted }
}

it('is one for all who ask at once, and goes back when the last of them has an answer', async () => {
  const { ask, counted } = await makeShared()

  const answers = await Promise.all(Array.from({ length: ASKED }, (_, index) => ask(`select ${index}`)))

  expect(answers).toEqual(Array.from({ length: ASKED }, (_, index) => index))
  expect(counted).toEqual({ given: 1, released: 1 })
  await ask('select 1')
  expect(counted).toEqual({ given: 2, released: 2 })
})

it('is joined for a while and no longer, however long it is used', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const { ask, askHeld, counted } = await makeShared()

  const { held, letGo } = await askHeld()
  vi.advanceTimersByTime(25)
  const inTime = ask('select 1')
  vi.advanceTimersByTime(1)
  const late = ask('select 2')

  expect(await late).toBe(2)
  expect(counted).toEqual({ given: 2, released: 1 })
  await letGo()
  expect(await inTime).toBe(1)
  await held
  expect(counted).toEqual({ given: 2, released: 2 })
})

it('is no more for those who come after a failure, which only who asked for it is told', async () => {
  const { ask, askHeld, counted } = await makeShared()

  const { held, letGo } = await askHeld()
  const failed = expect(ask('select 1 / 0')).rejects.toThrow('division by zero')
  await letGo()
  await failed
  const after = await ask('select 1')

  expect(after).toBe(1)
  expect(counted.given).toBe(2)
  await held
  expect(counted.released).toBe(2)
})

it('tells all who asked that there is none, and asks anew for those who come later', async () => {
  let times = 0
  const shared = sharedConnection(async () => {
    times += 1
    throw new Error('There is none.')
  })

  const told = await Promise.allSettled([shared(), shared()])
  const toldLater = await Promise.allSettled([shared()])

  expect([...told, ...toldLater].map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(times).toBe(2)
})
