/** What an `Authorization` header says, read as RFC 6750 section 2.1 writes it. */
export type Credentials =
  /** No header, or one of another scheme: no credentials that we take. */
  | { kind: 'none' }
  /** `repeated`: the header stands more than once; `unreadable`: it is not the scheme, a blank and a token. */
  | { kind: 'malformed'; problem: 'repeated' | 'unreadable' }
  | { kind: 'bearer'; secret: string }

const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i
const BEARER_SCHEME = /^\s*bearer\b/i

/** @param header the field's value; two fields of that name arrive joined by a comma */
export function credentialsOf(header: string | undefined): Credentials {
  const secret = BEARER.exec(header ?? '')?.[1]
  if (secret !== undefined) return { kind: 'bearer', secret }
  const fields = (header ?? '').split(',')
  if (!fields.some((field) => BEARER_SCHEME.test(field))) return { kind: 'none' }
  return { kind: 'malformed', problem: fields.length > 1 ? 'repeated' : 'unreadable' }
}
