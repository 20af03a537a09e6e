/** What an `Authorization` header says, read as RFC 6750 section 2.1 writes it. */
export type Credentials =
  /** No header, or one of another scheme: no credentials that we take. */
  { kind: 'none' } | { kind: 'malformed'; problem: string } | { kind: 'bearer'; secret: string }

const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i

/** @param header the field's value; two fields of that name arrive joined by a comma */
export function credentialsOf(header: string | undefined): Credentials {
  if (header === undefined) return { kind: 'none' }
  const match = BEARER.exec(header)
  if (match?.[1] !== undefined) return { kind: 'bearer', secret: match[1] }
  if (/,\s*bearer\b|\bbearer\b[^,]*,/i.test(header)) {
    return { kind: 'malformed', problem: 'The Authorization header stands more than once; send it once' }
  }
  if (/^\s*bearer\b/i.test(header)) {
    return { kind: 'malformed', problem: 'The Authorization header must read: Bearer, one blank, the token' }
  }
  return { kind: 'none' }
}
