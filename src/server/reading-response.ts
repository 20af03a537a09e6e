import { type IncomingMessage, ServerResponse } from 'node:http'

/** As much as anyone may upload, and as long as a connection may be silent. */
const MOST_BYTES = 64 * 1024 * 1024
const MOST_MS = 60_000

/**
 * An answer that is given before all of the request has come, such as a refusal, is sent at once; what is still coming is then read
 * and thrown away, within bounds. A connection that is closed on a caller who sends takes the answer with it.
 */
export class ReadingResponse<
  Request extends IncomingMessage = IncomingMessage,
> extends ServerResponse<Request> {
  #isAwaited = true
  #isEnding = false

  /** The caller sends no body before it is asked to, which it was not so far. */
  bodyIsHeldBack() {
    this.#isAwaited = false
  }

  override writeContinue(callback?: () => void) {
    this.#isAwaited = true
    super.writeContinue(callback)
  }

  override end(...given: unknown[]): this {
    if (!this.#isAwaited || this.#isEnding || !isComing(this.req))
      return Reflect.apply(super.end.bind(this), this, given)
    this.#isEnding = true
    const [chunk] = given
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.write(chunk)
    else this.flushHeaders()
    void readAway(this.req).then(() => super.end())
    return this
  }
}

const isComing = ({ headers, complete, destroyed }: IncomingMessage) =>
  !complete && !destroyed && (headers['content-length'] ?? headers['transfer-encoding']) !== undefined

function readAway(incoming: IncomingMessage): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, MOST_MS).unref()
  let bytes = 0
  // Whoever read it until now would have it stand still.
  incoming.removeAllListeners('data').on('data', (chunk: Uint8Array) => {
    bytes += chunk.length
    if (bytes > MOST_BYTES) resolve()
  })
  for (const event of ['end', 'close', 'error']) incoming.once(event, () => resolve())
  incoming.resume()
  return promise.finally(() => clearTimeout(timer))
}
