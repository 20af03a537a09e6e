import * as v from 'valibot'
import { type Input, jsonMediaTypeOf, type Operation, type Output, pathOf } from '#contract/operation.ts'
import { ApiError } from './api-error.ts'
import { readErrorBody } from './error-bodies.ts'

/** Longest wait for an answer, the second try of a read included, in milliseconds; then it counts as not reached. */
export const TIMEOUT_MS = 10_000
/** How long after a failed read it is tried once more. */
const RETRY_DELAY_MS = 500

/** An input that nothing has to be given in may be left out. */
export type InputArgument<Called extends Operation> =
  object extends Input<Called> ? [input?: Input<Called>] : [input: Input<Called>]

/**
 * Calls an operation of the contract, one that answers JSON or nothing. A read that fails is tried once more.
 *
 * @throws ApiError for everything but the declared answer: a refusal, a fault, no answer, an answer of a wrong shape
 */
export type ServiceRequest = <Called extends Operation>(
  operation: Called,
  ...input: InputArgument<Called>
) => Promise<Output<Called>>

/** An input as it is sent, whatever the operation. */
type Sent = {
  path?: Record<string, string>
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: unknown
}

/**
 * @param baseUrl scheme, host and port of the service without a slash at the end; empty: the page's own
 * @param onServiceTime told of the `Date` that answers carry: milliseconds since 1970, cut to a second
 */
export function createRequest({
  fetch,
  baseUrl = '',
  onServiceTime = () => {},
}: {
  fetch: typeof globalThis.fetch
  baseUrl?: string
  onServiceTime?: (ms: number) => void
}): ServiceRequest {
  return <Called extends Operation>(operation: Called, ...[input]: InputArgument<Called>) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whatever the operation, its input is of these parts
    const sent = (input ?? {}) as Sent
    const deadline = AbortSignal.timeout(TIMEOUT_MS)
    const call = () => answerOf(operation, send(fetch, baseUrl, operation, sent, deadline, onServiceTime))
    return operation.method === 'GET' ? tryTwice(call, deadline) : call()
  }
}

async function tryTwice<Answer>(call: () => Promise<Answer>, deadline: AbortSignal): Promise<Answer> {
  try {
    return await call()
  } catch (error) {
    if (deadline.aborted || (error instanceof ApiError && error.kind === 'refused')) throw error
    await new Promise((resolve) => {
      setTimeout(resolve, RETRY_DELAY_MS)
      deadline.addEventListener('abort', resolve)
    })
    return call()
  }
}

/** An answer as it came over the network; `retryAfterSeconds` 0 where it says none. */
export type ReceivedAnswer = { status: number; ok: boolean; text: string; retryAfterSeconds: number }

/** What an operation answers, out of what was received. @throws ApiError for everything but the declared answer */
export async function answerOf<Called extends Operation>(
  { output }: Called,
  received: Promise<ReceivedAnswer>,
): Promise<Output<Called>> {
  const { status, ok, text, retryAfterSeconds } = await received
  if (!ok) {
    const told = readErrorBody(text)
    const kind = status >= 500 ? 'failed' : 'refused'
    throw new ApiError({
      kind,
      status,
      retryAfterSeconds,
      ...told,
      message: told?.message ?? `The service answered ${status}.`,
    })
  }
  const answer = v.safeParse(output ?? v.undefined(), text === '' ? undefined : jsonOrNull(text))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema that was parsed by is the type's own
  if (answer.success) return answer.output as Output<Called>
  const at = v.getDotPath(answer.issues[0])
  const message = `The service's answer is not as expected${at ? ` (${at})` : ''}.`
  throw new ApiError({ kind: 'unreadable', status, message })
}

async function send(
  fetch: typeof globalThis.fetch,
  baseUrl: string,
  operation: Operation,
  { path = {}, query, headers, body }: Sent,
  signal: AbortSignal,
  onServiceTime: (ms: number) => void,
): Promise<ReceivedAnswer> {
  const mediaType = jsonMediaTypeOf(operation.family)
  const search = query ? `?${new URLSearchParams(query)}` : ''
  try {
    const response = await fetch(baseUrl + pathOf(operation, path) + search, {
      method: operation.method,
      signal,
      headers: { Accept: mediaType, ...(body !== undefined && { 'Content-Type': mediaType }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const serviceTime = Date.parse(response.headers.get('Date') ?? '')
    if (!Number.isNaN(serviceTime)) onServiceTime(serviceTime)
    const retryAfterSeconds = Number(response.headers.get('Retry-After')) || 0 // or a date, which our service sends none of
    return { status: response.status, ok: response.ok, text: await response.text(), retryAfterSeconds }
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
