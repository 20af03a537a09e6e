import { ServiceError } from '../errors.ts'
import { headerMistake } from '../http/header-mistake.ts'
import type { Verdict } from './verdict.ts'

/** A verdict for which a call is refused where a token is required. */
export type Refused = Exclude<Verdict, { kind: 'current-token' | 'overlapping-token' }>

/** The `error` of RFC 6750 section 3.1, with the code that it has here. */
const CODES = {
  invalid_request: 'invalid-request',
  invalid_token: 'invalid-token',
  insufficient_scope: 'insufficient-scope',
} as const

/**
 * The refusal that a verdict leads to, with its challenge (RFC 6750 section 3).
 *
 * @param rejectStatus status of a call without a good token: 401, or 403 as Adobe Target seems to answer (wire fact D4)
 * @param header `Authorization` as it came; empty where it did not
 */
export function refusalOf(verdict: Refused, rejectStatus: 401 | 403, header = ''): ServiceError {
  const { error, description } = told(verdict, header)
  const code = error === undefined ? 'token-required' : CODES[error]
  const isRejected = code === 'token-required' || code === 'invalid-token'
  const scope = error === 'insufficient_scope' ? ', scope="profile_api"' : ''
  const parameters = error ? `, error="${error}", error_description="${description}"${scope}` : ''
  return new ServiceError(code, `${description}.`, {
    ...(isRejected && { status: rejectStatus }),
    headers: { 'WWW-Authenticate': `Bearer realm="profile-api"${parameters}` },
  })
}

/** Says it without a full stop. `error` is absent where the call carries no credentials that we take. */
function told(verdict: Refused, header: string): { error?: keyof typeof CODES; description: string } {
  switch (verdict.kind) {
    case 'no-credentials':
      return {
        description: `This client requires a profile authentication token${header && `. ${headerMistake(header)}`}`,
      }
    case 'repeated-header':
      return {
        error: 'invalid_request',
        description: 'The Authorization header stands more than once; send it once',
      }
    case 'unreadable-header':
      return { error: 'invalid_request', description: headerMistake(header) }
    case 'two-ways':
      return { error: 'invalid_request', description: 'Send the token in the Authorization header only' }
    case 'no-token':
      return { error: 'invalid_token', description: 'The token is not whole or not one of this service' }
    case 'unknown-token':
      return { error: 'invalid_token', description: 'The token is not known' }
    case 'access-token':
      return {
        error: 'invalid_token',
        description: 'This is an access token of the admin API, not a profile authentication token',
      }
    case 'token-of-other-client':
      return { error: 'invalid_token', description: 'The token is of another client' }
    case 'replaced-token':
      return {
        error: 'invalid_token',
        description: `The token was replaced by a newer one at ${instant(verdict.at)}`,
      }
    case 'ended-token':
      return { error: 'invalid_token', description: `The token was ended by hand at ${instant(verdict.at)}` }
    case 'expired-token':
      return { error: 'invalid_token', description: `The token expired at ${instant(verdict.at)}` }
    case 'debugger-token':
      return {
        error: 'insufficient_scope',
        description: 'This is a debugger token; the profile API takes a profile authentication token',
      }
    default:
      return verdict satisfies never
  }
}

const instant = (ms: number) => new Date(ms).toISOString()
