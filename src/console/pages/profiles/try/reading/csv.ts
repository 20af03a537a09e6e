import Papa from 'papaparse'
import { LINE_LIMIT_BYTES } from '#batch-file/batch-fault.ts'
import { QuotesError } from './quotes-error.ts'

const SEPARATORS = [',', ';', '\t', '|']

/** How spreadsheets are told what parts cells, in a line before the first that they do not show. */
const SEPARATOR_LINE = /^sep=([,;\t|])\r?\n/i

/** By what a table's cells and rows are parted, as its beginning tells; `start`: where its first row begins. */
export function formOf(head: string): { delimiter: string; newline: string; start: number } {
  const [line = '', told] = SEPARATOR_LINE.exec(head) ?? []
  const { meta } = Papa.parse(head.slice(line.length), {
    delimiter: told ?? '',
    preview: 20,
    // A blank line at the end would count as a row of one cell, and a narrow table as none.
    skipEmptyLines: 'greedy',
    delimitersToGuess: SEPARATORS,
  })
  return { delimiter: meta.delimiter, newline: meta.linebreak, start: line.length }
}

/**
 * The rows of a table, several at a time, as they come; a row of a table may take several lines of its text.
 *
 * @throws QuotesError
 */
export async function* rowsOf(
  text: AsyncIterable<string>,
  { delimiter, newline, start }: ReturnType<typeof formOf>,
): AsyncGenerator<string[][]> {
  // Papa's own way to read a file in pieces tears characters apart where two of them meet.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types ask for what is only of use with callbacks
  const parser = new Papa.Parser({ delimiter, newline } as Papa.ParseConfig)
  let rest = ''
  let count = 0
  let skipped = 0
  const next = (isLast: boolean): string[][] => {
    // It takes a quotation mark for a fault where the line break behind it is not whole yet.
    const end = isLast ? rest.length : rest.lastIndexOf(newline) + newline.length
    const { data, errors, meta }: Papa.ParseResult<string[]> = parser.parse(rest.slice(0, end), 0, !isLast)
    const [wrong] = errors
    if (wrong !== undefined) throw new QuotesError(count + (wrong.row ?? 0) + 1)
    rest = rest.slice(meta.cursor)
    count += data.length
    if (rest.length > LINE_LIMIT_BYTES) throw new QuotesError(count + 1)
    return data
  }
  for await (const piece of text) {
    const row = piece.slice(start - skipped)
    skipped += piece.length - row.length
    rest += row
    yield next(false)
  }
  if (rest !== '') yield next(true)
}
