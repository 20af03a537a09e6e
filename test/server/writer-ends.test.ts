import { resolve } from 'node:path'
import { expect, it, vi } from 'vitest'
import { batchStatus, profileOf, sendBatch } from '../support/console-calls.ts'
import { startService } from '../support/running-service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const END_WRITER = resolve(import.meta.dirname, '../support/end-writer.ts')

const rows = (city: string) => [
  'batch=thirdPartyId,city',
  ...Array.from({ length: 50_000 }, (_, row) => `customer-${row},${city}`),
]

it.each([
  { WRITER_ENDS: 'with an error', reason: 'out of cheese' },
  { WRITER_ENDS: 'silently', reason: 'exit code 7' },
])(
  'ends with an error when its thread that writes ends $WRITER_ENDS, and goes on when it is started anew',
  async ({ WRITER_ENDS, reason }) => {
    const DATA_DIR = temporaryFolder()
    const failing = await startService({ DATA_DIR, WRITER_ENDS, NODE_OPTIONS: `--import=${END_WRITER}` })
    const { batchId } = await sendBatch(failing.url, rows('Oslo'))

    process.kill(failing.pid, 'SIGUSR2')
    const exitCode = await failing.exited
    const service = await startService({ DATA_DIR })

    const message = `The thread that writes to the database ended: ${reason}`
    expect(exitCode).toBe(1)
    const printed = failing.output().split('\n')
    expect(printed).toContain(`${message}. What was acknowledged is stored; start the service again.`)
    expect(printed.filter(isLogLine).map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ level: 50, msg: message }),
    )
    await vi.waitFor(
      async () =>
        expect(await batchStatus(service.url, batchId ?? '')).toMatchObject({
          status: 'complete',
          successfulUpdates: '50000',
        }),
      { timeout: 20_000 },
    )
    expect(await profileOf(service.url, 'customer-49999')).toEqual({ city: 'Oslo' })
  },
)

const isLogLine = (line: string) => line.startsWith('{')
