import { ServiceError } from '../errors.ts'

/** Each coding of content that is taken, by the format that decodes it. Source: RFC 9110 section 8.4.1. */
const FORMATS = new Map([
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br', 'brotli'],
])

/**
 * The content of a request as it comes, without the coding that it came in. Nothing is decoded that is not read: how much comes out
 * is for whoever reads it to bound.
 *
 * @param limitBytes most that may come in a coding
 * @param stopping aborts the reading
 * @throws ServiceError `unsupported-media-type` for a coding that is not taken; while it is read `invalid-request` where it is not
 *   in that coding, `content-too-large`, and `unavailable` once it is aborted
 */
export function contentOf(
  request: Request,
  limitBytes: number,
  stopping = new AbortController().signal,
): AsyncIterable<Uint8Array> {
  const coding = request.headers.get('Content-Encoding')?.trim().toLowerCase() || 'identity'
  if (coding === 'identity') return bodyOf(request, stopping)
  const decoder = decoderOf(coding)
  if (decoder === null) {
    throw new ServiceError(
      'unsupported-media-type',
      'A body may be coded by gzip or br, and by nothing else.',
      {
        headers: { 'Accept-Encoding': 'gzip, br' },
      },
    )
  }
  requireShorter(request.headers, limitBytes)
  const decoded = (body: ReadableStream<Uint8Array>) =>
    body.pipeThrough(bounded(limitBytes)).pipeThrough(decoder)
  return wellCoded(bodyOf(request, stopping, decoded), coding)
}

/** Node asks the sender for a body as soon as it is looked at, so that is not before it is read. */
async function* bodyOf(
  request: Request,
  stopping: AbortSignal,
  decoded = (body: ReadableStream<Uint8Array>) => body,
): AsyncGenerator<Uint8Array> {
  if (request.body !== null) yield* untilStopped(decoded(request.body), stopping)
}

/** Refuses a body that is announced longer than that, before its sender is asked for it. @throws ServiceError `content-too-large` */
export function requireShorter(headers: Headers, limitBytes: number): void {
  if (Number(headers.get('Content-Length')) > limitBytes) throw tooLong(limitBytes)
}

export function tooLong(limitBytes: number): ServiceError {
  const limit =
    limitBytes < 1024 * 1024 ? `${limitBytes / 1024} KB (${limitBytes} bytes)` : `${limitBytes} bytes`
  return new ServiceError('content-too-large', `The request's body is longer than ${limit}.`)
}

/** Null for a coding that is not taken: a browser, where the mock runs, need not know each. */
function decoderOf(coding: string) {
  const format = FORMATS.get(coding)
  if (format === undefined) return null
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types are those of browsers: Node knows more formats, and takes any bytes
    return new DecompressionStream(format as CompressionFormat) as TransformStream<Uint8Array, Uint8Array>
  } catch {
    return null
  }
}

/** Bytes can come without end and be decoded to nothing. */
function bounded(limitBytes: number) {
  let byteCount = 0
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, stream) {
      byteCount += bytes.length
      if (byteCount <= limitBytes) stream.enqueue(bytes)
      else stream.error(tooLong(limitBytes))
    },
  })
}

async function* wellCoded(content: AsyncIterable<Uint8Array>, coding: string): AsyncGenerator<Uint8Array> {
  try {
    yield* content
  } catch (error) {
    if (error instanceof ServiceError) throw error
    throw new ServiceError('invalid-request', `The request's body is not ${coding}, or not whole.`)
  }
}

/** The bytes of a body as they come. @throws ServiceError `unavailable` when they are no longer waited for */
async function* untilStopped(
  body: ReadableStream<Uint8Array>,
  stopping: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  const stop = () => void reader.cancel().catch(() => {})
  stopping.addEventListener('abort', stop)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (stopping.aborted) {
        throw new ServiceError('unavailable', 'The service is being stopped. Send the request again.', {
          headers: { 'Retry-After': '5' },
        })
      }
      if (done) return
      yield value
    }
  } finally {
    stopping.removeEventListener('abort', stop)
    stop()
  }
}

/**
 * The charset that a `Content-Type` names, as the WHATWG's Encoding Standard calls it; `utf-8` where it names none.
 *
 * @throws ServiceError `unsupported-media-type` for one that nobody knows
 */
export function charsetOf(contentType: string | null): string {
  const [, label = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? '') ?? []
  try {
    return new TextDecoder(label).encoding
  } catch {
    throw new ServiceError(
      'unsupported-media-type',
      'The charset of the Content-Type is not known. Send UTF-8.',
    )
  }
}

/** A text in UTF-8, where it was not. @throws ServiceError `invalid-request` while it is read, where it is not in that charset */
export const inUtf8 = (content: AsyncIterable<Uint8Array>, charset: string): AsyncIterable<Uint8Array> =>
  charset === 'utf-8' ? content : transcoded(content, charset)

async function* transcoded(content: AsyncIterable<Uint8Array>, charset: string): AsyncGenerator<Uint8Array> {
  const [decoded, encoder] = [decoderFrom(charset), new TextEncoder()]
  for await (const bytes of content) yield encoder.encode(decoded(bytes))
  yield encoder.encode(decoded())
}

/** What makes text of bytes, piece by piece; called without any at the end. It throws ServiceError `invalid-request`. */
export function decoderFrom(charset: string): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder(charset, { fatal: true })
  return (bytes) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined })
    } catch {
      throw new ServiceError('invalid-request', `The request's body is not ${charset.toUpperCase()}.`)
    }
  }
}
