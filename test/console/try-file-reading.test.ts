import { describe, expect, it } from 'vitest'
import type { ProfileIdKind } from '#contract/profiles.ts'
import { readFile } from '#console/pages/profiles/try/reading/read-file.ts'

const utf16 = (text: string, isLittle: boolean) => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle)
  return bytes
}
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

async function read(content: BlobPart, idKind: ProfileIdKind | null = null) {
  const { signal } = new AbortController()
  const found = await readFile(new File([content], 'visitors.csv'), { idKind, signal, onProgress: () => {} })
  return { ...found, text: await found.body.text() }
}

const BODY = 'batch=thirdPartyId,city\nanna,Malmö\n'

describe('a table', () => {
  it.each([
    ['semicolons and a byte order mark', '\uFEFFthirdPartyId;city\r\nanna;Malmö\r\n', ';', 'utf-8'],
    ['commas', 'thirdPartyId,city\nanna,Malmö\n', ',', 'utf-8'],
    ['tabs', 'thirdPartyId\tcity\nanna\tMalmö', '\t', 'utf-8'],
    ['quotation marks', '"thirdPartyId";"city"\r\n"anna";"Malmö"\r\n', ';', 'utf-8'],
    ['UTF-16', utf16('\uFEFFthirdPartyId\tcity\r\nanna\tMalmö\r\n', true), '\t', 'utf-16le'],
    ['UTF-16, big end first', utf16('\uFEFFthirdPartyId;city\r\nanna;Malmö\r\n', false), ';', 'utf-16be'],
    ['UTF-16 without a mark', utf16('thirdPartyId;city\r\nanna;Malmö\r\n', true), ';', 'utf-16le'],
    ['Windows-1252', latin('thirdPartyId;city\r\nanna;Malmö\r\n'), ';', 'windows-1252'],
    ['a line that names what parts cells', 'sep=;\r\nthirdPartyId;city\r\nanna;Malmö\r\n', ';', 'utf-8'],
    [
      'that line and another mark in the first cells',
      '\uFEFFsep=|\nthirdPartyId|city\nanna|Malmö\n',
      '|',
      'utf-8',
    ],
    ['the header of a batch', 'batch=thirdPartyId;city\r\nanna;Malmö\r\n', ';', 'utf-8'],
    ['the header of a batch in marks', '"batch=thirdPartyId";"city"\n"anna";"Malmö"\n', ';', 'utf-8'],
    ['another spelling of the name', 'Third Party ID;city\nanna;Malmö\n', ';', 'utf-8'],
  ])('with %s becomes a batch', async (_, content, separator, encoding) => {
    const found = await read(content)

    expect(found).toMatchObject({ separator, encoding, faultCount: 0, rowCount: 1, isHopeless: false })
    expect(found.firstRows).toEqual([{ line: 2, id: 'anna', values: ['Malmö'] }])
    expect(found.text).toBe(BODY)
  })

  it('keeps what would part cells and lines in a batch', async () => {
    const found = await read('pcId,note,share\r\n1,"a, ""b""\nc",50%\r\n')

    expect(found.firstRows).toEqual([{ line: 2, id: '1', values: ['a, "b"\nc', '50%'] }])
    expect(found.text).toBe('batch=pcId,note,share\n1,a%2C "b"%0Ac,50%25\n')
  })

  it('has a fault where another one was joined to it', async () => {
    const found = await read('thirdPartyId;city\r\nanna;Oslo\r\nthirdPartyId;city\r\ncarla;Rome\r\n')

    expect(found).toMatchObject({ rowCount: 2, firstFaults: [{ kind: 'second-header', line: 3 }] })
  })

  it('keeps a quotation mark that a cell begins with', async () => {
    const found = await read('pcId,note\r\n1,"""a"" b"\r\n')

    expect(found.firstRows).toEqual([{ line: 2, id: '1', values: ['"a" b'] }])
    expect(found.text).toBe('batch=pcId,note\n1,%22a" b\n')
  })

  it.each([0, 1, 2, 3])(
    'in marks is read wherever two pieces of it meet: %s bytes before the end of a row',
    async (before) => {
      const [header, end] = ['pcId;city\r\n', '"\r\n']
      const rest = 128 * 1024 - header.length - '"1";"'.length - end.length + before
      const found = await read(`${header}"1";"${'x'.repeat(rest)}${end}"2";"Oslo"\r\n`)

      expect(found).toMatchObject({ rowCount: 2, faultCount: 0, isHopeless: false })
    },
  )

  it('has its rows counted as a spreadsheet counts them', async () => {
    const found = await read('pcId;city\n1;"two\nlines"\n;\n\na/b;Oslo\n2;Oslo\n')

    expect(found.firstRows.map(({ line }) => line)).toEqual([2, 6])
    expect(found.firstFaults).toEqual([{ kind: 'identifier', line: 5, problem: 'character' }])
  })

  it('whose first column has another name is read once it is said what that is', async () => {
    const table = 'Kund;Ort\r\n1001;Malmö\r\n'
    expect(await read(table)).toMatchObject({
      isHopeless: true,
      firstFaults: [{ kind: 'first-column', line: 1, given: 'Kund' }],
    })

    expect(await read(table, 'thirdPartyId')).toMatchObject({
      isHopeless: false,
      text: 'batch=thirdPartyId,Ort\n1001,Malmö\n',
    })
  })

  it('is read up to a quotation mark that is not closed, also in a long file', async () => {
    const found = await read(`pcId;city\n1;Oslo\n2;"Oslo\n${'3;Oslo\n'.repeat(100_000)}`)

    expect(found).toMatchObject({ isHopeless: true, firstFaults: [{ kind: 'quotes' }] })
  })

  it('in UTF-8 with a character that is broken has a fault there', async () => {
    const broken = new Uint8Array([...new TextEncoder().encode('pcId;city\n1;Malmö\n2;Mal'), 0xf6, 0x0a])

    const found = await read(broken)

    expect(found).toMatchObject({ encoding: 'utf-8', rowCount: 1, faultCount: 1 })
    expect(found.firstFaults).toEqual([{ kind: 'not-utf8', line: 3 }])
  })
})

describe('a batch', () => {
  it('that is one already stays as it is', async () => {
    const found = await read(BODY)

    expect(found).toMatchObject({ separator: null, rowCount: 1, text: BODY })
  })

  it('becomes UTF-8', async () => {
    expect(await read(latin(BODY))).toMatchObject({ encoding: 'windows-1252', text: BODY })
  })

  it('has blank lines in the place of those that cannot be taken', async () => {
    const rows = Array.from({ length: 60_000 }, (_, row) => (row % 3 === 1 ? 'a/b,Oslo\n' : `v${row},Oslo\n`))

    const found = await read(`batch=pcId,city\n${rows.join('')}`)
    const anew = await read(found.text)

    expect(found).toMatchObject({ rowCount: 40_000, faultCount: 20_000, isHopeless: false })
    expect(found.firstFaults).toHaveLength(10)
    expect(anew).toMatchObject({ rowCount: 40_000, faultCount: 0 })
    expect(anew.firstRows.map(({ line }) => line)).toEqual(found.firstRows.map(({ line }) => line))
  })

  it.each([
    ['', 'empty'],
    ['batch=pcId,city', 'no-row'],
    ['batch=pcId,city,city\n1,a,b\n', 'doubled-column'],
    [new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 0x21, 0]), 'not-text'],
  ])('of %j cannot be sent', async (content, kind) => {
    expect(await read(content)).toMatchObject({ isHopeless: true, firstFaults: [{ kind }] })
  })
})

it('ends when it is cancelled', async () => {
  const cancelling = new AbortController()
  const content = `batch=pcId,city\n${'1,Oslo\n'.repeat(100_000)}`
  const reading = readFile(new File([content], 'a.txt'), {
    idKind: null,
    signal: cancelling.signal,
    onProgress: () => cancelling.abort(),
  })

  await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
})
