import * as v from 'valibot'

const EXPECTED = 'an instant such as 2026-11-21T12:00:00Z'

/** An instant in a query, ISO 8601 with its offset. */
export const Instant = v.pipe(
  v.string(),
  v.isoTimestamp(EXPECTED),
  v.check((text) => !Number.isNaN(Date.parse(text)), EXPECTED),
)
