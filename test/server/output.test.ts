import { execFileSync } from 'node:child_process'
import { closeSync, constants, openSync, readFileSync, readSync, statSync } from 'node:fs'
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

/** Writes lines, each in a turn of its own, until one is dropped. @returns how many were taken */
async function fill(output: ReturnType<typeof openOutput>): Promise<number> {
  let taken = 0
  for (;;) {
    output.write(LINE)
    await setImmediate()
    if (output.dropped() > 0) return taken
    taken += 1
  }
}

/** Most bytes that a file may have from now on. */
const limitFiles = (bytes: string) =>
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`])

it('drops and counts what a full device does not take', async () => {
  const output = openOutput(openSync('/dev/full', 'w'))

  output.write(LINE + LINE)
  output.write(LINE)
  await setImmediate()

  expect(output.dropped()).toBe(3)
})

it('writes what a turn of the event loop has said at once, at its end or when it is asked to', async () => {
  const path = join(temporaryFolder(), 'log')
  const output = openOutput(openSync(path, 'a'))

  output.write('first\n')
  output.write('second\n')
  const before = readFileSync(path, 'utf8')
  await setImmediate()
  const after = readFileSync(path, 'utf8')
  output.write('third\n')
  output.hand()

  expect([before, after, readFileSync(path, 'utf8')]).toEqual([
    '',
    'first\nsecond\n',
    'first\nsecond\nthird\n',
  ])
})

it('keeps what a slow reader has not read, up to a bound, and waits for it so long and no longer', async () => {
  const { reader, writer } = pipe()
  const output = openOutput(writer)

  const taken = await fill(output)

  expect(taken).toBeGreaterThan(1000)
  expect(taken).toBeLessThan(2000)
  expect(output.dropped()).toBe(1)
  await output.flushed(10)

  const all = output.flushed(60_000)
  const bytes = Buffer.alloc(65_536)
  for (let left = taken * LINE.length; left > 0; left -= bytesRead(reader, bytes)) await setImmediate()
  await all
  output.write(LINE)
  await setImmediate()
  expect(output.dropped()).toBe(1)
})

it('drops everything once the reader has gone', async () => {
  const { reader, writer } = pipe()
  const output = openOutput(writer)
  closeSync(reader)

  output.write(LINE)
  await output.flushed(60_000)
  output.write(LINE)
  await setImmediate()

  expect(output.dropped()).toBe(1)
})

it('begins a line of its own after one that was cut off, and counts those that were not whole', async () => {
  const path = join(temporaryFolder(), 'log')
  const output = openOutput(openSync(path, 'a'))

  limitFiles('1500')
  output.write(LINE)
  output.write(LINE)
  output.write(LINE)
  await setImmediate()
  const dropped = output.dropped()
  limitFiles('unlimited')
  output.write('next\n')
  await setImmediate()

  expect([dropped, output.dropped()]).toEqual([2, 2])
  expect(readFileSync(path, 'utf8')).toBe(`${LINE}${'x'.repeat(500)}\nnext\n`)
})

it('has the log say how many lines were dropped, as soon as there is room', async () => {
  const path = join(temporaryFolder(), 'log')
  const log = openLog('info', openOutput(openSync(path, 'a')))
  const say = async (event: string) => {
    log.event(event, {})
    await setImmediate()
  }

  await say('first')
  limitFiles(String(statSync(path).size))
  await say('second')
  await say('third')
  limitFiles('unlimited')
  await say('fourth')
  await setImmediate()

  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
    { event: 'first' },
    { event: 'fourth' },
    { event: 'log.dropped', lines: 2 },
  ])
})
