import { once } from 'node:events'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import { ServiceError } from '#service/errors.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { makeAudit, makeBatch, makeChunk, makeSettings, START } from './records.ts'

/** A database, the thread that writes to it, and what keeps every write waiting. */
async function open() {
  const file = join(temporaryFolder(), 'test.sqlite')
  const started = once(process, 'worker')
  const storage = await openSqlite(file)
  onTestFinished(() => storage.close())
  await storage.keyCheck.establish(new Uint8Array(1))
  const [writer]: Worker[] = await started
  if (!writer) throw new Error('No thread was started.')
  const holdWrites = () => {
    const other = new DatabaseSync(file)
    other.exec('begin immediate')
    return () => other.close()
  }
  return { storage, file, writer, holdWrites }
}

const asError = (error: unknown) => error

it('tells whoever waits for a write, and whoever comes later, when the thread that writes ends', async () => {
  const { storage, writer, holdWrites } = await open()
  const { stores } = storage
  await stores.batches.open(makeBatch(), 100)
  await stores.batches.stage(makeBatch(), makeChunk('anna,Oslo,gold'))
  await stores.batches.accept(makeBatch(), { rows: 1, bytes: 100 })

  const letGo = holdWrites()
  const waiting = [
    stores.settings.replace(makeSettings(), makeAudit()).catch(asError),
    stores.batches.applyNextChunk('acme', START).catch(asError),
    stores.audit.append(makeAudit()).catch(asError),
  ]
  const ended = writer.terminate()
  letGo()
  await ended
  const later = [
    await stores.settings.replace(makeSettings(), makeAudit()).catch(asError),
    await stores.batches.stage(makeBatch(), makeChunk('bo,Oslo,gold')).catch(asError),
  ]

  for (const failure of [...(await Promise.all(waiting)), ...later]) {
    expect(failure).toBeInstanceOf(ServiceError)
    expect(failure).toMatchObject({ code: 'unavailable', status: 503, headers: { 'Retry-After': '5' } })
  }
  expect(await storage.failed).toMatchObject({
    message: 'The thread that writes to the database ended: exit code 1',
  })
})

it('goes on reading until it is closed, and leaves a database that can be opened anew', async () => {
  const { storage, file, writer } = await open()
  await storage.stores.settings.replace(makeSettings(), makeAudit())

  await writer.terminate()
  const read = await storage.stores.settings.find('acme')
  await storage.close()
  const next = await openSqlite(file)
  onTestFinished(() => next.close())

  expect(read).toEqual(makeSettings())
  expect(await next.stores.settings.replace(makeSettings({ revision: 2 }), makeAudit())).toBe(true)
})

it('does not take closing for a failure', async () => {
  const { storage } = await open()

  await storage.close()

  expect(await Promise.race([storage.failed, Promise.resolve('no failure')])).toBe('no failure')
})
