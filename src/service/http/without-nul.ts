import { ServiceError } from '../errors.ts'

/** The one character that PostgreSQL cannot keep in a text, and therefore none of our stores is given. */
export const NUL = '\0'

/** Refuses an address with a NUL in it, before anything is looked up by it. @throws ServiceError `invalid-request` */
export function requireNoNulInAddress({ url }: Request): void {
  if (!url.includes('%00')) return
  throw new ServiceError(
    'invalid-request',
    'The address holds a NUL character (%00), which nothing here can hold.',
  )
}
