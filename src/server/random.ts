import type { Random } from '#service/ports.ts'

/** From the system's generator of random numbers, which is made for secrets. */
export const random: Random = (byteCount) => crypto.getRandomValues(new Uint8Array(byteCount))
