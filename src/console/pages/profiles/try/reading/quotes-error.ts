/** A quotation mark that opens a cell and is not closed, or closes one in its middle. `line`: of the row, 1 is the first. */
export class QuotesError extends Error {
  override name = 'QuotesError'
  readonly line: number

  constructor(line: number) {
    super(`Line ${line} has a quotation mark that is not closed.`)
    this.line = line
  }
}
