import { type AnswerHeader, TOKEN_WORKS_UNTIL } from '#contract/operation.ts'

const DESCRIPTIONS: Record<
  | AnswerHeader
  | 'Accept-Encoding'
  | 'X-Request-Id'
  | 'Retry-After'
  | 'WWW-Authenticate'
  | typeof TOKEN_WORKS_UNTIL,
  string
> = {
  'Accept-Encoding': 'The codings that a body may have, where it had another.',
  'X-Request-Id': 'What to quote to the operator; the log line of the request carries it.',
  'Retry-After': 'Seconds to wait before the next try.',
  'WWW-Authenticate': 'The challenge of RFC 6750.',
  [TOKEN_WORKS_UNTIL]:
    'Until when the token that was sent works, ISO 8601 in UTC; there in its last 14 days, and once it was replaced.',
  ETag: 'What to send as `If-Match` with a change that builds on this answer.',
  'Set-Cookie': 'The cookie of the session; at sign-in also the one by which the device is known again.',
  'Content-Disposition': 'Has the browser save it as a file.',
}

/** The OpenAPI description of those fields of an answer's header. */
export function headerDescriptions(names: (keyof typeof DESCRIPTIONS)[]) {
  return Object.fromEntries(
    names.map((name) => [name, { description: DESCRIPTIONS[name], schema: { type: 'string' } }]),
  )
}
