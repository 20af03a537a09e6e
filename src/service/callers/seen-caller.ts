import { sha256Hex } from '#service/sha256.ts'
import type { SeenCaller } from './store.ts'

const ID_LENGTH = 24

/** By an address and the names of its programs: the same in every process and every part of the service. */
export const callerKeyOf = (address: string | null, names: string | null) =>
  `${address ?? ''}\n${names ?? ''}`

/** @param userAgent names of products, as `productNames` reads them */
export const callerOf = (
  address: string | null,
  userAgent: string | null,
): Pick<SeenCaller, 'id' | 'address' | 'userAgent'> => ({
  id: sha256Hex(callerKeyOf(address, userAgent)).slice(0, ID_LENGTH),
  address,
  userAgent,
})
