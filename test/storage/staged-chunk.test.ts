import { expect, it } from 'vitest'
import { stagedChunks } from '#storage/sql/staged-chunk.ts'
import { makeChunk } from './records.ts'

const textOf = (rows: Uint8Array) => new TextDecoder().decode(rows)

it('writes each row as its line, its id and what it gives, with a place for the instant', () => {
  const [staged] = stagedChunks(makeChunk('anna,Oslo,gold\n\n%22bo%22,,\ncleo,%0A'))

  expect(staged && { ...staged, rows: textOf(staged.rows).split('\u001E') }).toEqual({
    firstLine: 2,
    rowCount: 3,
    mergeCount: 2,
    rows: [
      '2\u001F"anna"\u001F{"city":["Oslo",\u001A],"tier":["gold",\u001A]}',
      '4\u001F"\\"bo\\""\u001F{}',
      '5\u001F"cleo"\u001F{"city":["\\n",\u001A]}',
    ],
  })
})

it('cuts where it is enough for one transaction, however much longer than the rows their names are', () => {
  const lines = Array.from({ length: 100 }, (_, row) => `customer-${row},x`).join('\n')

  const staged = [...stagedChunks(makeChunk(lines, { attributeNames: ['n'.repeat(60_000)] }))]

  expect(staged.map(({ rowCount }) => rowCount)).toEqual([...Array.from({ length: 11 }, () => 9), 1])
  expect(staged.map(({ firstLine }) => firstLine).slice(0, 3)).toEqual([2, 11, 20])
  expect(Math.max(...staged.map(({ rows }) => rows.buffer.byteLength))).toBeLessThan(1024 * 1024)
})
