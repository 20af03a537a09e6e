import { expect, it } from 'vitest'
import { type BatchFault, BatchFaultError } from '#batch-file/batch-fault.ts'
import { textRows } from '#batch-file/batch-rows.ts'
import { readBatch } from '#batch-file/read-batch.ts'

async function* inPieces(text: string, pieceBytes = 7) {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

async function readPast(text: string) {
  const faults: BatchFault[] = []
  const { header, blocks } = await readBatch(inPieces(text), (fault) => faults.push(fault))
  const ids: string[] = []
  for await (const rows of blocks) ids.push(...[...textRows(rows)].map(({ line, id }) => `${line} ${id}`))
  return { header, ids, faults }
}

it('goes on behind each line that cannot be taken, and tells of it', async () => {
  const text = 'batch=pcId,city\n1,Oslo\n2,Oslo,Norway\n\n,Bergen\na/b,Bergen\n3,50%\n4,%00\n5,Malmö'

  const { header, ids, faults } = await readPast(text)

  expect(header).toEqual({ idKind: 'pcId', attributeNames: ['city'] })
  expect(ids).toEqual(['2 1', '9 5'])
  expect(faults).toEqual([
    { kind: 'too-many-cells', line: 3, cells: 3, named: 2 },
    { kind: 'identifier', line: 5, problem: 'empty' },
    { kind: 'identifier', line: 6, problem: 'character' },
    { kind: 'bad-escape', line: 7 },
    { kind: 'nul', line: 8 },
  ])
})

it('takes the same of a batch without faults, whether or not it may go on', async () => {
  const text = `batch=thirdPartyId,city\n${Array.from({ length: 40_000 }, (_, row) => `v${row},Oslo\n`).join('')}`

  const { ids, faults } = await readPast(text)
  const { blocks } = await readBatch(inPieces(text, 10_000))

  let count = 0
  for await (const { lines } of blocks) count += lines.length
  expect([ids.length, count, faults]).toEqual([40_000, 40_000, []])
})

it.each([
  ['', 'empty'],
  ['batch=pcId,city\n\n\n', 'empty'],
  ['batch=pcId,city', 'no-row'],
  ['pcId,city\n1,Oslo\n', 'no-header'],
  ['batch=ecid,city\n1,Oslo\n', 'first-column'],
  ['batch=pcId,city,\n1,Oslo\n', 'unnamed-column'],
  ['batch=pcId,city,city\n1,Oslo\n', 'doubled-column'],
])('reads nothing behind what is wrong with all of %j', async (text, kind) => {
  await expect(readPast(text)).rejects.toMatchObject({ fault: { kind } })
  await expect(readPast(text)).rejects.toThrow(BatchFaultError)
})

it('ends where a batch has too many rows', async () => {
  async function* tooMany() {
    yield new TextEncoder().encode('batch=pcId,city\n')
    const row = new TextEncoder().encode('1,Oslo\n'.repeat(100_000))
    for (let count = 0; count < 6; count += 1) yield row
  }
  const read = async () => {
    const { blocks } = await readBatch(tooMany(), () => {})
    for await (const _ of blocks);
  }

  await expect(read()).rejects.toMatchObject({ fault: { kind: 'too-many-rows', line: 500_002 } })
})
