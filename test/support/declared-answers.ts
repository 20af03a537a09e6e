import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import { adminErrorCodeOf, type ErrorCode, ErrorResponse, Problem, STATUS_OF } from '#contract/errors.ts'
import { operations } from '#contract/features.ts'
import { jsonMediaTypeOf, type Operation } from '#contract/operation.ts'
import { refusalBodyOf, refusalsOf } from '#contract/refusals.ts'

/** What was answered, as far as the contract has something to say about it. */
export type Answered = {
  method: string
  pathname: string
  status: number
  headers: Headers
  /** The whole body. */
  text: string
  /** By a service worker, whose answers cannot give cookies. */
  isOfServiceWorker?: boolean
}

/** The operation that answers there; undefined for an address or a method that no operation has. */
export function operationAt(method: string, pathname: string): Operation | undefined {
  const segments = pathname.split('/')
  const isAt = ({ path }: Operation) => {
    const pattern = path.split('/')
    return (
      pattern.length === segments.length &&
      pattern.every((part, index) =>
        part.startsWith(':') ? segments[index] !== '' : part === segments[index],
      )
    )
  }
  return operations.find((operation) => operation.method === method && isAt(operation))
}

/** What an answer has that its operation does not declare, in a sentence; undefined for nothing. */
export function undeclaredIn(operation: Operation, answered: Answered): string | undefined {
  const { status, headers, text } = answered
  const problem =
    status === operation.status
      ? problemOfSuccess(operation, answered)
      : problemOfRefusal(operation, status, headers, text)
  return problem && `${operation.id} answered ${status} ${problem}`
}

function problemOfSuccess(
  { family, output, mediaType, answerHeaders = [] }: Operation,
  { headers, text, isOfServiceWorker }: Answered,
) {
  const missing = ['X-Request-Id', ...answerHeaders].find(
    (name) => !headers.has(name) && !(isOfServiceWorker && name === 'Set-Cookie'),
  )
  if (missing !== undefined) return `without ${missing}`
  if (output === undefined) return text === '' ? undefined : 'with a body'
  const type = mediaType ?? jsonMediaTypeOf(family)
  return problemOfMediaType(type, headers) ?? problemOfBody(output, type, text)
}

function problemOfRefusal(operation: Operation, status: number, headers: Headers, text: string) {
  const codes = refusalsOf(operation).filter((code) => statusesOf(operation, code).includes(status))
  if (codes.length === 0) return 'which it does not declare'
  if (!headers.has('X-Request-Id')) return 'without X-Request-Id'
  if (status === 429 && !headers.has('Retry-After')) return 'without Retry-After'
  const { mediaType, schema } = refusalBodyOf(operation)
  return (
    problemOfMediaType(mediaType, headers) ??
    problemOfBody(schema, mediaType, text) ??
    problemOfCode(operation, codes, text)
  )
}

/** REJECT_STATUS=403 answers a call without a good token with 403. */
function statusesOf({ permission }: Operation, code: ErrorCode): number[] {
  const status = STATUS_OF[code]
  return permission === 'profile-token' && status === 401 ? [401, 403] : [status]
}

function problemOfMediaType(declared: string, headers: Headers) {
  const given = headers.get('Content-Type')?.split(';')[0]
  return given === declared ? undefined : `as ${given}, not ${declared}`
}

/** The profile family's body names no code. */
function problemOfCode({ family }: Operation, codes: readonly ErrorCode[], text: string) {
  if (family === 'profile') return undefined
  const [known, given] =
    family === 'admin'
      ? [codes.map(adminErrorCodeOf), v.parse(ErrorResponse, JSON.parse(text)).errors[0]?.errorCode]
      : [codes, v.parse(Problem, JSON.parse(text)).code]
  return given !== undefined && known.some((code) => code === given)
    ? undefined
    : `with the code ${given}, which it does not declare`
}

/** A body holds what its schema says and nothing else. */
function problemOfBody(schema: v.GenericSchema, mediaType: string, text: string) {
  const body =
    mediaType === 'text/csv' || mediaType === 'application/jsonl'
      ? text
      : mediaType === 'text/xml'
        ? elementsOf(text)
        : JSON.parse(text, withoutReserved)
  const parsed = v.safeParse(schema, body)
  if (!parsed.success) return `with a body that is not declared: ${JSON.stringify(v.flatten(parsed.issues))}`
  return isDeepStrictEqual(parsed.output, body) ? undefined : `with more than is declared: ${text}`
}

/** The elements of `<response>`; numbers and truth as such. */
function elementsOf(xml: string): Record<string, unknown> {
  const inner = /^<response>(.*)<\/response>$/s.exec(xml)?.[1] ?? ''
  return Object.fromEntries(
    [...inner.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name, text = '']) => [
      name,
      /^(?:\d+|true|false)$/.test(text) ? JSON.parse(text) : text,
    ]),
  )
}

/** A profile may have attributes of these names, which the schema library passes over in every record. */
const RESERVED = ['__proto__', 'constructor', 'prototype']
const withoutReserved = (name: string, value: unknown) => (RESERVED.includes(name) ? undefined : value)
