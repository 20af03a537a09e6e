import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { readingTurns } from '#storage/sql/reading-turns.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** One connection that reads in turns, and another one that writes. */
function opened() {
  const file = join(temporaryFolder(), 'database.sqlite')
  const writing = new DatabaseSync(file)
  writing.exec(
    'pragma journal_mode = wal; create table switch (position integer); insert into switch values (0)',
  )
  const reading = new DatabaseSync(file, { readOnly: true })
  const question = reading.prepare('select position from switch')
  const turns = readingTurns(reading)
  return {
    reading,
    turns,
    turnTo: (position: number) => writing.exec(`update switch set position = ${position}`),
    position: () => {
      turns.begin()
      return Number(question.get()?.['position'])
    },
  }
}

it('reads what was written before a turn of the event loop, all through it', async () => {
  const { position, turnTo } = opened()

  const before = position()
  turnTo(1)
  const inTheSameTurn = position()
  await turn()
  const inTheNext = position()

  expect([before, inTheSameTurn, inTheNext]).toEqual([0, 0, 1])
})

it('reads what is written by now once it was told to end', () => {
  const { position, turnTo, turns } = opened()

  position()
  turnTo(1)
  turns.end()

  expect(position()).toBe(1)
})

it('goes on after SQLite has ended a transaction itself', async () => {
  const { position, turnTo, reading } = opened()

  position()
  reading.exec('rollback')
  turnTo(1)
  await turn()

  expect(position()).toBe(1)
})

it('is done where the connection was closed in the middle of a turn', async () => {
  const { position, reading } = opened()

  position()
  reading.close()
  await turn()

  expect(reading.isOpen).toBe(false)
})
