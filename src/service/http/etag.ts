/** The entity tag of a revision number or an identifier. Source: RFC 9110 section 8.8.3. */
export const etagOf = (version: number | string) => `"${version}"`

/** What Apache, Caddy and Jetty put behind a tag when they compress an answer. */
const CODED = /--?(?:br|deflate|gzip|zstd)"$/

/**
 * Whether an `If-Match` field names that entity tag. Source: RFC 9110 section 13.1.1, but for one that a proxy made of ours when it
 * compressed an answer, weak or with the coding behind it: no two of our revisions share a tag, so it means the same.
 */
export function matchesEtag(ifMatch: string, etag: string): boolean {
  const listed = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, '').replace(CODED, '"'))
  return listed.includes('*') || listed.includes(etag)
}
