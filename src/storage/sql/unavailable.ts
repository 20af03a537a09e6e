import { ServiceError } from '#service/errors.ts'

/** Long enough for an operator to be told; a job that comes back sooner only fills the log. */
const NO_ROOM_RETRY_SECONDS = 60
const OUT_OF_REACH_RETRY_SECONDS = 5

/** What to answer when the disk of the database is full. */
export const noRoom = (cause: unknown) =>
  new ServiceError('unavailable', 'The database has no room left: nothing was stored. Try again later.', {
    headers: { 'Retry-After': String(NO_ROOM_RETRY_SECONDS) },
    cause,
  })

/** What to answer while there is no database to ask. */
export const outOfReach = (cause: unknown) =>
  new ServiceError('unavailable', 'The database cannot be reached at the moment. Try again.', {
    headers: { 'Retry-After': String(OUT_OF_REACH_RETRY_SECONDS) },
    cause,
  })

/** The same stores, each failure of which is thrown as what `told` makes of it. */
export function telling<Stores extends object>(stores: Stores, told: (error: unknown) => unknown): Stores {
  const members = Object.entries(stores).map(([name, member]: [string, unknown]) => {
    if (typeof member === 'object' && member !== null) return [name, telling(member, told)]
    if (typeof member !== 'function') return [name, member]
    const call = async (...given: unknown[]): Promise<unknown> => {
      try {
        return await Reflect.apply(member, stores, given)
      } catch (error) {
        throw told(error)
      }
    }
    return [name, call]
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same names, each with what does the same
  return Object.fromEntries(members) as Stores
}
