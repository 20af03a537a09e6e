import Papa from 'papaparse'
import { LINE_LIMIT_BYTES } from '#batch-file/batch-fault.ts'
import { QuotesError } from './quotes-error.ts'

const SEPARATORS = [',', ';', '\t', '|']

/** By what a table's cells and rows are parted, as its beginning tells. */
export function formOf(head: string): { delimiter: string; newline: string } {
  const { meta } = Papa.parse(head, {
    preview: 20,
    // A blank line at the end would count as a row of one cell, and a narrow table as none.
    skipEmptyLines: 'greedy',
    delimitersToGuess: SEPARATORS,
  })
  return { delimiter: meta.delimiter, newline: meta.linebreak }
}

/**
 * The rows of a table, several at a time, as they come; a row of a table may take several lines of its text.
 *
 * @throws QuotesError
 */
export async function* rowsOf(
  text: AsyncIterable<string>,
  { delimiter, newline }: ReturnType<typeof formOf>,
): AsyncGenerator<string[][]> {
  // Papa's own way to read a file in pieces tears characters apart where two of them meet.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types ask for what is only of use with callbacks
  const parser = new Papa.Parser({ delimiter, newline } as Papa.ParseConfig)
  let rest = ''
  let count = 0
  const next = (isLast: boolean): string[][] => {
    const { data, errors, meta }: Papa.ParseResult<string[]> = parser.parse(rest, 0, !isLast)
    const [wrong] = errors
    if (wrong !== undefined) throw new QuotesError(count + (wrong.row ?? 0) + 1)
    rest = rest.slice(meta.cursor)
    count += data.length
    if (rest.length > LINE_LIMIT_BYTES) throw new QuotesError(count + 1)
    return data
  }
  for await (const piece of text) {
    rest += piece
    yield next(false)
  }
  if (rest !== '') yield next(true)
}
