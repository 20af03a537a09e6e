import type { AnswerHeader } from '#contract/operation.ts'

const DESCRIPTIONS: Record<AnswerHeader | 'X-Request-Id' | 'Retry-After' | 'WWW-Authenticate', string> = {
  'X-Request-Id': 'What to quote to the operator; the log line of the request carries it.',
  'Retry-After': 'Seconds to wait before the next try.',
  'WWW-Authenticate': 'The challenge of RFC 6750.',
  ETag: 'What to send as `If-Match` with a change that builds on this answer.',
  'Set-Cookie': 'The cookie of the session.',
  'Clear-Site-Data': 'Has the browser forget what pages showed.',
  'Content-Disposition': 'Has the browser save it as a file.',
}

/** The OpenAPI description of those fields of an answer's header. */
export function headerDescriptions(names: (keyof typeof DESCRIPTIONS)[]) {
  return Object.fromEntries(
    names.map((name) => [name, { description: DESCRIPTIONS[name], schema: { type: 'string' } }]),
  )
}
