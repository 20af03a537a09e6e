import { execFileSync } from 'node:child_process'
import { closeSync, constants, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openLog } from '#server/log.ts'
import { openOutput } from '#server/output.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const LINE = `${'x'.repeat(999)}\n`

/** Both ends of a pipe that nobody reads yet. */
function pipe() {
  const path = join(temporaryFolder(), 'pipe')
  execFileSync('mkfifo', [path])
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  return { reader, writer: openSync(path, 'w') }
}

/** @returns 0 when nothing has come since the last time */
function bytesRead(reader: number, into: Buffer): number {
  try {
    return readSync(reader, into)
  } catch {
    return 0
  }
}

/** Writes lines until one is dropped. @returns how many were taken */
function fill(output: ReturnType<typeof openOutput>): number {
  let taken = 0
  while (output.write(LINE)) taken += 1
  return taken
}

it('drops and counts what a full device does not take', () => {
  const output = openOutput(openSync('/dev/full', 'w'))

  expect([output.write(LINE), output.write(LINE)]).toEqual([false, false])

  expect(output.dropped()).toBe(2)
})

it('keeps what a slow reader has not read, up to a bound, and waits for it so long and no longer', async () => {
  const { reader, writer } = pipe()
  const output = openOutput(writer)

  const taken = fill(output)

  expect(taken).toBeGreaterThan(1000)
  expect(taken).toBeLessThan(2000)
  expect(output.dropped()).toBe(1)
  await output.flushed(10)

  const all = output.flushed(60_000)
  const bytes = Buffer.alloc(65_536)
  for (let left = taken * LINE.length; left > 0; left -= bytesRead(reader, bytes)) await setImmediate()
  await all
  expect(output.write(LINE)).toBe(true)
})

it('drops everything once the reader has gone', async () => {
  const { reader, writer } = pipe()
  const output = openOutput(writer)
  closeSync(reader)

  output.write(LINE)
  await output.flushed(60_000)

  expect(output.write(LINE)).toBe(false)
})

it('begins a line of its own after one that was cut off', () => {
  const path = join(temporaryFolder(), 'log')
  const output = openOutput(openSync(path, 'a'))
  const limitFiles = (bytes: string) =>
    execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`])

  limitFiles('1500')
  const taken = [output.write(LINE), output.write(LINE)]
  limitFiles('unlimited')
  taken.push(output.write('next\n'))

  expect(taken).toEqual([true, false, true])
  expect(readFileSync(path, 'utf8')).toBe(`${LINE}${'x'.repeat(500)}\nnext\n`)
})

it('has the log say how many lines were dropped, as soon as it can', () => {
  const written: string[] = []
  let room = 1
  let dropped = 0
  const log = openLog('info', {
    write(line) {
      if (room === 0) dropped += 1
      else written.push(line)
      return room > 0
    },
    dropped: () => dropped,
    flushed: async () => {},
  })

  log.event('first', {})
  room = 0
  log.event('second', {})
  log.event('third', {})
  room = 1
  log.event('fourth', {})

  expect(written.map((line) => JSON.parse(line))).toMatchObject([
    { event: 'first' },
    { event: 'fourth' },
    { event: 'log.dropped', lines: 2 },
  ])
})
