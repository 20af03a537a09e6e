import { once } from 'node:events'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { BlockList, LookupFunction } from 'node:net'
import type { DeliveryFailure } from '#contract/notice-deliveries.ts'
import type { WebhookMessage, WebhookSender } from '#service/ports.ts'
import {
  callableAddresses,
  type HostAddress,
  RefusedAddressError,
  type Resolve,
  resolve,
} from './callable.ts'
import { lineOf } from './said.ts'
import { codeOf, TRY_LIMIT_MS, untilAborted } from './try.ts'

/** What is read of an answer, which may be of any length. */
const MOST_BYTES_READ = 1024

/**
 * Calls webhooks as Standard Webhooks has it. A connection goes to an address that was looked at, wherever the name leads a
 * moment later, and no redirect is followed.
 *
 * @param listed networks of the operator's own that may be called too
 */
export function webhookSender(
  listed: BlockList,
  resolveHost: Resolve = resolve,
  limitMs = TRY_LIMIT_MS,
): WebhookSender {
  const callable = (url: URL, signal: AbortSignal) =>
    untilAborted(callableAddresses(url, listed, resolveHost), signal)
  return {
    async refusalOf(address) {
      try {
        await callable(new URL(address), AbortSignal.timeout(limitMs))
        return null
      } catch (error) {
        return error instanceof RefusedAddressError ? error.reason : null
      }
    },

    async send(message) {
      const startedAtMs = performance.now()
      const signal = AbortSignal.timeout(limitMs)
      try {
        const url = new URL(message.address)
        const answer = await post(url, await callable(url, signal), message, signal)
        const status = answer.statusCode ?? 0
        const said = lineOf(await beginningOf(answer))
        if (status < 200 || status > 299) return { failure: { reason: 'answered', status, said } }
        return { receipt: { durationMs: Math.round(performance.now() - startedAtMs), status } }
      } catch (error) {
        return { failure: failureOf(error, signal) }
      }
    },
  }
}

async function post(
  url: URL,
  addresses: HostAddress[],
  { secret, id, body, at }: WebhookMessage,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const sentAt = new Date(at)
  const { Webhook } = await import('standardwebhooks')
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    method: 'POST',
    agent: false,
    lookup: leadingTo(addresses),
    signal,
    headers: {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      'User-Agent': 'Profile-API-Console',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, sentAt, body),
    },
  })
  const answered = once(request, 'response')
  // What comes after the answer has begun is told by the answer.
  request.on('error', () => {})
  request.end(body)
  const [answer]: IncomingMessage[] = await answered
  if (answer === undefined) throw new TypeError('An answer without an answer.')
  return answer
}

/** Leads every name there. */
const leadingTo =
  (addresses: HostAddress[]): LookupFunction =>
  (_hostname, { all }, callback) => {
    const [first] = addresses
    if (all || first === undefined) callback(null, addresses)
    else callback(null, first.address, first.family)
  }

async function beginningOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let byteCount = 0
  for await (const chunk of answer) {
    chunks.push(chunk)
    byteCount += chunk.length
    if (byteCount >= MOST_BYTES_READ) break
  }
  return Buffer.concat(chunks).toString('utf8', 0, MOST_BYTES_READ)
}

const NAME_UNKNOWN = /^(?:ENOTFOUND|ENODATA|EAI_)/
/** Source: Node's documentation of `node:tls`, "X509 certificate error codes". */
const CERTIFICATE =
  /^(?:CERT_|CRL_|DEPTH_ZERO_|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_|SELF_SIGNED_|UNABLE_TO_)/

/** @throws what is no failure of the call */
function failureOf(error: unknown, signal: AbortSignal): DeliveryFailure {
  const failure = (reason: DeliveryFailure['reason'], said: string | null) => ({ reason, status: null, said })
  if (error instanceof RefusedAddressError) return failure(error.reason, null)
  if (signal.aborted) return failure('timed-out', null)
  const code = codeOf(error)
  if (code === null || !(error instanceof Error)) throw error
  // Behind a semicolon Node advises whoever runs it.
  if (CERTIFICATE.test(code)) return failure('certificate', lineOf(error.message.replace(/;.*/s, '')))
  return failure(NAME_UNKNOWN.test(code) ? 'name-unknown' : 'not-connected', code)
}
