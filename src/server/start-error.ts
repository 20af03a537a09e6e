/** A reason not to start: one sentence for the operator, who needs no stack trace with it. */
export class StartError extends Error {
  override name = 'StartError'
}
