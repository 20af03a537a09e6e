import * as v from 'valibot'
import { ApiError } from './api-error.ts'
import { readErrorBody } from './error-bodies.ts'

export type Operation<Schema extends v.GenericSchema> = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path and query; parameters already filled in and percent-encoded. */
  path: string
  headers?: Record<string, string>
  /** Sent as JSON under `mediaType`. */
  body?: unknown
  /** Media type of request and answer; JSON when left out. */
  mediaType?: string
  /** What a good answer holds; `v.undefined()` for one without a body. */
  output: Schema
}

/** Longest wait for an answer, in milliseconds; then it counts as not reached. */
const TIMEOUT_MS = 30_000

/**
 * The only fetch. Answers what `operation.output` describes.
 *
 * @throws ApiError for everything else: a refusal, a fault, no answer, an answer of a wrong shape
 */
export async function call<const Schema extends v.GenericSchema>(
  fetch: typeof globalThis.fetch,
  baseUrl: string,
  operation: Operation<Schema>,
): Promise<v.InferOutput<Schema>> {
  const { status, ok, text } = await send(fetch, baseUrl, operation)
  if (!ok) {
    const told = readErrorBody(text)
    const kind = status >= 500 ? 'failed' : 'refused'
    throw new ApiError({ kind, status, ...told, message: told?.message ?? `The service answered ${status}.` })
  }
  const answer = v.safeParse(operation.output, text === '' ? undefined : jsonOrNull(text))
  if (answer.success) return answer.output
  const at = v.getDotPath(answer.issues[0])
  const message = `The service's answer is not as expected${at ? ` (${at})` : ''}.`
  throw new ApiError({ kind: 'unreadable', status, message })
}

async function send(
  fetch: typeof globalThis.fetch,
  baseUrl: string,
  { method = 'GET', path, headers, body, mediaType = 'application/json' }: Operation<v.GenericSchema>,
) {
  const content = body === undefined ? {} : { 'Content-Type': mediaType }
  try {
    const response = await fetch(baseUrl + path, {
      method,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { Accept: mediaType, ...content, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: response.status, ok: response.ok, text: await response.text() }
  } catch {
    throw new ApiError({ kind: 'unreachable', message: 'The service could not be reached.' })
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
