/** A line that cannot be read; the message completes "line N …". */
export class BatchSyntaxError extends Error {
  override name = 'BatchSyntaxError'
  readonly line: number

  constructor(line: number, problem: string) {
    super(`Line ${line} ${problem}.`)
    this.line = line
  }
}
