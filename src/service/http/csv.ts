/** By which a spreadsheet knows UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff'

/** What a spreadsheet takes for a formula, wherever it came from. Source: OWASP, "CSV Injection". */
const FORMULA = /^[=+\-@\t\r]/

/** A line of CSV, each cell quoted, and a formula made a text. Source: RFC 4180. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(FORMULA.test(cell) ? `'${cell}` : cell)).join(',')}\r\n`

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
