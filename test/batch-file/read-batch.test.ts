import { expect, it } from 'vitest'
import { type BatchFault, BatchFaultError } from '#batch-file/batch-fault.ts'
import { textRows } from '#batch-file/batch-rows.ts'
import { readBatch } from '#batch-file/read-batch.ts'

async function* inPieces(content: string | Uint8Array, pieceBytes = 7) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

async function readPast(text: string | Uint8Array, pieceBytes = 7) {
  const faults: BatchFault[] = []
  const { header, blocks } = await readBatch(inPieces(text, pieceBytes), (fault) => faults.push(fault))
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

it('passes over a header in the middle, wherever it stands, and line ends that are none', async () => {
  const text = [
    'batch=pcId,city',
    '1,Oslo',
    'batch=pcId,city',
    '2,Rome',
    '3batch=thirdPartyId',
    '4,\uFEFFbatch=pcId ',
    '5,one\rtwo',
    '6,batch=pcId%2C',
    '7,Oslo\r\r',
    '8,the batch=pcIds',
    'pcId,city',
    '9,pcId',
    ' thirdPartyId',
    'pcIds,city',
  ]

  const { ids, faults } = await readPast(`${text.join('\n')}\r`, 1000)

  expect(ids).toEqual(['2 1', '4 2', '8 6', '9 7', '10 8', '12 9', '14 pcIds'])
  expect(faults).toEqual([
    { kind: 'second-header', line: 3 },
    { kind: 'second-header', line: 5 },
    { kind: 'second-header', line: 6 },
    { kind: 'carriage-return', line: 7 },
    { kind: 'second-header', line: 11 },
    { kind: 'second-header', line: 13 },
  ])
})

it('passes over quoted cells, and takes marks anywhere else for data', async () => {
  const { ids, faults } = await readPast('batch=pcId,city\n"1",Oslo\n2, "Oslo"\n3,the "Oslo"\n4,%22Oslo%22\n')

  expect(ids).toEqual(['4 3', '5 4'])
  expect(faults).toEqual([
    { kind: 'quoted-cell', line: 2 },
    { kind: 'quoted-cell', line: 3 },
  ])
})

it('takes lines of nothing but commas, and the mark with which DOS ends a file, for blank ones', async () => {
  const { ids, faults } = await readPast('batch=pcId,city\n1,Oslo\n, \n2,Rome\n,,,,\n,\n\u001A')

  expect([ids, faults]).toEqual([['2 1', '4 2'], []])
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
  ['batch=pcId,profile.city\n1,Oslo\n', 'prefixed-column'],
  ['batch=pcId\n1\n2\n', 'no-attribute'],
  ['"batch=pcId","city"\n"1","Oslo"\n', 'quoted-cell'],
  ['batch=pcId,"city"\n1,Oslo\n', 'quoted-cell'],
  ['batch=pcId,city\r1,Oslo\r2,Rome\r', 'carriage-return'],
  ['batch=pcId,city,team123,Oslo,Vik124,Rome,', 'no-row'],
  [`batch=pcId,city${'1,Oslo'.repeat(100_000)}`, 'no-row'],
  [`batch=pcId,city${'\r1,Oslo'.repeat(100_000)}`, 'carriage-return'],
  ['x'.repeat(600_000), 'no-header'],
  ['batch%3DpcId%2Ccity%0A1%2COslo%0A', 'form-encoded'],
  ['batch=pcId%2Ccity%0A1%2COslo', 'form-encoded'],
  ['file=batch%3DpcId%2Ccity%0a1%2COslo', 'form-encoded'],
  [Uint8Array.of(0x1f, 0x8b, 8, 0), 'not-text'],
  [Uint8Array.of(0x50, 0x4b, 3, 4), 'not-text'],
  [Uint8Array.of(0xff, 0xfe, 0x62, 0), 'not-text'],
  [Uint8Array.of(0x62, 0, 0x61, 0), 'not-text'],
])('reads nothing behind what is wrong with all of %j', async (text, kind) => {
  await expect(readPast(text)).rejects.toMatchObject({ fault: { kind } })
  await expect(readPast(text)).rejects.toThrow(BatchFaultError)
})

it('tells the first of several faults', async () => {
  const read = async (text: string) => {
    const { blocks } = await readBatch(inPieces(text, 1000))
    for await (const _ of blocks);
  }

  await expect(read('batch=pcId,city\n1,50%\nbatch=pcId,city\n')).rejects.toThrow('Line 2 has a %')
  await expect(read('batch=pcId,city\nbatch=pcId,city\n1,50%\n')).rejects.toThrow('Line 2 holds a second')
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
