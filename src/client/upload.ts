import { FORM_MEDIA_TYPE, jsonMediaTypeOf, type Operation, type Output } from '#contract/operation.ts'
import { ApiError } from './api-error.ts'
import { answerOf, type ReceivedAnswer } from './request.ts'

/** Without a byte or an answer for so long an upload counts as not reached, in milliseconds. */
export const STALLED_MS = 60_000

type Upload = {
  query: Record<string, string>
  body: Blob
  /** @param sentBytes of the body, so far */
  onProgress: (sentBytes: number) => void
  signal: AbortSignal
}

/**
 * Calls an operation that takes a stream of bytes, and tells how many of them have gone, which `fetch` does not. It may take as
 * long as it takes, while bytes go.
 *
 * @throws ApiError as `ServiceRequest` does; what `signal` was aborted with once it is
 */
export async function upload<Called extends Operation>(
  operation: Called,
  { query, body, onProgress, signal }: Upload,
): Promise<Output<Called>> {
  const request = new XMLHttpRequest()
  const received = new Promise<ReceivedAnswer>((resolve, reject) => {
    const fail = () =>
      reject(new ApiError({ kind: 'unreachable', message: 'The service could not be reached.' }))
    let stalling = setTimeout(() => request.abort(), STALLED_MS)
    const goesOn = () => {
      clearTimeout(stalling)
      stalling = setTimeout(() => request.abort(), STALLED_MS)
    }
    request.upload.addEventListener('progress', ({ loaded }) => {
      goesOn()
      onProgress(loaded)
    })
    for (const end of ['error', 'abort']) request.addEventListener(end, fail)
    request.addEventListener('loadend', () => clearTimeout(stalling))
    request.addEventListener('load', () => {
      const { status, responseText } = request
      const retryAfterSeconds = Number(request.getResponseHeader('Retry-After')) || 0
      resolve({ status, ok: status >= 200 && status < 300, text: responseText, retryAfterSeconds })
    })
    signal.addEventListener('abort', () => {
      reject(signal.reason)
      request.abort()
    })
  })
  request.open(operation.method, `${operation.path}?${new URLSearchParams(query)}`)
  request.setRequestHeader('Accept', jsonMediaTypeOf(operation.family))
  request.setRequestHeader('Content-Type', FORM_MEDIA_TYPE)
  request.send(body)
  return answerOf(operation, received)
}
