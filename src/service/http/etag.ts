/** The entity tag of a revision number or an identifier. Source: RFC 9110 section 8.8.3. */
export const etagOf = (version: number | string) => `"${version}"`

/** Whether an `If-Match` field names that entity tag. Source: RFC 9110 section 13.1.1. */
export function matchesEtag(ifMatch: string, etag: string): boolean {
  const listed = ifMatch.split(',').map((tag) => tag.trim())
  return listed.includes('*') || listed.includes(etag)
}
