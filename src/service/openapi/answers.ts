import { adminErrorCodeOf, type ErrorCode, STATUS_OF } from '#contract/errors.ts'
import { jsonMediaTypeOf, type Operation, TOKEN_WORKS_UNTIL } from '#contract/operation.ts'
import { refusalBodyOf, refusalsOf } from '#contract/refusals.ts'
import { headerDescriptions } from './headers.ts'
import { type Json, schemaOf } from './schemas.ts'

/** What an operation answers, by status. */
export const answersOf = (operation: Operation): Json => ({
  ...successOf(operation),
  ...refusedOf(operation),
})

function successOf(operation: Operation): Json {
  const { family, status, output, mediaType } = operation
  if (status === undefined) return {}
  const type = mediaType ?? jsonMediaTypeOf(family)
  return {
    [status]: {
      description: output === undefined ? 'Done.' : 'As asked.',
      headers: headerDescriptions(['X-Request-Id', ...answerHeadersOf(operation)]),
      ...(output && { content: { [type]: { schema: xmlNamed(type, schemaOf(output)) } } }),
    },
  }
}

const answerHeadersOf = ({ family, answerHeaders = [] }: Operation) => [
  ...answerHeaders,
  ...(family === 'profile' ? ([TOKEN_WORKS_UNTIL] as const) : []),
]

/** The elements of an XML answer stand in `<response>`. */
const xmlNamed = (mediaType: string, schema: Json): Json =>
  mediaType === 'text/xml' ? { allOf: [schema], xml: { name: 'response' } } : schema

function refusedOf(operation: Operation): Json {
  const byStatus = Map.groupBy(refusalsOf(operation), (code) => STATUS_OF[code])
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: `Refused: ${codes.join(', ')}.${otherwise(operation, status)}`,
        headers: headerDescriptions(['X-Request-Id', ...refusalHeadersOf(operation, status)]),
        content: refusalContentOf(operation, codes),
      },
    ]),
  )
}

/** The console's own family is asked by cookie as well, and challenges nobody. */
function refusalHeadersOf(
  { family }: Operation,
  status: number,
): ('Accept-Encoding' | 'WWW-Authenticate' | 'Retry-After')[] {
  if (status === 415) return ['Accept-Encoding']
  if (status === 401) return family === 'console' ? [] : ['WWW-Authenticate']
  return status === 429 || status === 503 ? ['Retry-After'] : []
}

const otherwise = ({ permission }: Operation, status: number): string =>
  permission === 'profile-token' && status === 403
    ? ' With REJECT_STATUS=403 also what is 401 otherwise.'
    : ''

/** The family's error body, with the codes that may stand in it. */
function refusalContentOf(operation: Operation, codes: ErrorCode[]): Json {
  const { mediaType, schema } = refusalBodyOf(operation)
  const narrowed = { allOf: [schemaOf(schema), { type: 'object', properties: codesIn(operation, codes) }] }
  const body = operation.family === 'profile' ? xmlNamed(mediaType, schemaOf(schema)) : narrowed
  return { [mediaType]: { schema: body } }
}

function codesIn({ family }: Operation, codes: ErrorCode[]): Json {
  if (family === 'console') return { code: { enum: codes } }
  const errorCode = { enum: codes.map(adminErrorCodeOf) }
  return { errors: { items: { type: 'object', properties: { errorCode } } } }
}
