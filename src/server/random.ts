import type { Random } from '#service/ports.ts'

/** Asked for at once, because the system takes longer to begin than to go on. */
const POOL_BYTES = 4096

let pool = new Uint8Array()

/** From the system's generator of random numbers, which is made for secrets. What was handed out is kept nowhere. */
export const random: Random = (byteCount) => {
  if (pool.length < byteCount) pool = crypto.getRandomValues(new Uint8Array(Math.max(POOL_BYTES, byteCount)))
  const bytes = pool.slice(0, byteCount)
  pool.fill(0, 0, byteCount)
  pool = pool.subarray(byteCount)
  return bytes
}
