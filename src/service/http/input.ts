import * as v from 'valibot'
import { BATCH_LIMIT_BYTES } from '#contract/batches.ts'
import type { Operation } from '#contract/operation.ts'
import { ServiceError } from '../errors.ts'
import { charsetOf, contentOf, decoderFrom, requireShorter, tooLong } from './content.ts'
import { NUL } from './text.ts'

/** No JSON body of this service comes near it. */
const JSON_LIMIT_BYTES = 64 * 1024

/**
 * Reads a request's body as its operation declares it: JSON by a schema, or the bytes as they come, in either case decoded.
 *
 * @param stopping aborts the reading
 * @throws ServiceError `invalid-request` that says which field and what was expected; `content-too-large`,
 *   `unsupported-media-type`; `unavailable` once it is aborted
 */
export async function receivedBody(
  declared: NonNullable<Operation['body']>,
  { family }: Pick<Operation, 'family'>,
  request: Request,
  stopping?: AbortSignal,
): Promise<unknown> {
  if (declared === 'stream') return contentOf(request, BATCH_LIMIT_BYTES, stopping)
  const contentType = request.headers.get('Content-Type')
  requireShorter(request.headers, JSON_LIMIT_BYTES)
  const content = contentOf(request, JSON_LIMIT_BYTES, stopping)
  const text = await boundedText(content, JSON_LIMIT_BYTES, charsetOf(contentType))
  const mayBeAbsent = declared.type === 'optional'
  if (family === 'console' && text !== '') requireJson(contentType)
  return parsed(declared, text.trim() === '' && mayBeAbsent ? undefined : fromJson(text))
}

/**
 * A page of another site can have a browser send any text unasked, but none that is called JSON. The admin family has
 * looked at its media type already, and takes a body without one (wire fact A9).
 */
function requireJson(contentType: string | null): void {
  if (/^\s*application\/json\s*(?:;|$)/i.test(contentType ?? '')) return
  throw new ServiceError(
    'unsupported-media-type',
    'Send the body as JSON, with "Content-Type: application/json".',
  )
}

/**
 * Reads named texts, of a query or a header, by their schema.
 *
 * @throws ServiceError `invalid-request` that names the first one that is missing or not as expected
 */
export function receivedFields(
  schema: NonNullable<Operation['query']>,
  fields: Record<string, string>,
): unknown {
  const result = v.safeParse(schema, fields)
  if (result.success) return result.output
  const [issue] = result.issues
  const name = v.getDotPath(issue) ?? ''
  const problem = fields[name] === undefined ? 'is missing' : 'is not known'
  const field = schema.entries[name]
  const declared = field && 'wrapped' in field ? Object(field.wrapped) : field
  const expected: unknown = issue.kind === 'validation' ? issue.message : declared?.message
  const words = typeof expected === 'string' ? `; ${expected}` : ''
  throw new ServiceError('invalid-request', `${name} ${problem}${words}.`)
}

function parsed<const Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const fields: Record<string, string> = Object.create(null) // a field may be called __proto__
  for (const issue of result.issues) fields[v.getDotPath(issue) ?? 'body'] ??= wordsOf(issue)
  const sentences = Object.entries(fields).map(([field, message]) => `${field}: ${message}`)
  throw new ServiceError(
    'invalid-request',
    `The request's body is not as expected. ${sentences.join('; ')}.`,
    { fields },
  )
}

/** A schema's own message where it has one, else what was expected; what came may be a secret, and is not said. */
function wordsOf({ kind, type, expected, received, message }: v.BaseIssue<unknown>): string {
  if (expected === 'never') return 'is not a known field'
  if (received === 'undefined') return 'is missing'
  return kind === 'schema' && type !== 'check' ? `expected ${expected ?? 'something else'}` : message
}

function fromJson(text: string): unknown {
  const value = jsonOf(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new ServiceError('invalid-request', "The request's body is not a JSON object.")
}

function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text, refuseWhatIsNoText)
    requireEachNameOnce(text)
    return value
  } catch (error) {
    if (error instanceof ServiceError) throw error
    throw new ServiceError('invalid-request', "The request's body is not JSON.")
  }
}

function refuseWhatIsNoText(name: string, value: unknown): unknown {
  const texts = typeof value === 'string' ? [name, value] : [name]
  if (texts.some((text) => text.includes(NUL))) {
    throw new ServiceError(
      'invalid-request',
      "The request's body holds a NUL character, which nothing here can hold.",
    )
  }
  if (texts.every((text) => text.isWellFormed())) return value
  throw new ServiceError(
    'invalid-request',
    "The request's body holds half of a surrogate pair (\\ud800 to \\udfff).",
  )
}

/** What begins or ends an object or a list, and the strings of JSON; with a colon behind it where it is a name. */
const NAMES = /[{}[\]]|"(?:[^"\\]|\\.)*"(\s*:)?/g

/** Of two fields of a name it is not known which one is meant. @param text that is JSON */
function requireEachNameOnce(text: string): void {
  const open: Set<unknown>[] = []
  for (const [token, colon] of text.matchAll(NAMES)) {
    if (token === '{' || token === '[') open.push(new Set())
    else if (token === '}' || token === ']') open.pop()
    else if (colon !== undefined) {
      const name: unknown = JSON.parse(token.slice(0, -colon.length))
      const names = open.at(-1)
      if (names?.has(name))
        throw new ServiceError('invalid-request', `The request's body has the field ${String(name)} twice.`)
      names?.add(name)
    }
  }
}

/**
 * Reads a body as text.
 *
 * @param charset as of `charsetOf`
 * @throws ServiceError `content-too-large` as soon as it is longer than that, `invalid-request` when it is no such text
 */
export async function boundedText(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limitBytes: number,
  charset = 'utf-8',
): Promise<string> {
  const decoded = decoderFrom(charset)
  let text = ''
  let byteCount = 0
  for await (const bytes of body) {
    byteCount += bytes.length
    if (byteCount > limitBytes) throw tooLong(limitBytes)
    text += decoded(bytes)
  }
  return text + decoded()
}
