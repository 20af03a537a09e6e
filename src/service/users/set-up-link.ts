import { SET_UP_PATH } from '#contract/set-up.ts'
import { sha256Hex } from '#service/sha256.ts'
import type { Random } from '../ports.ts'
import { newSecret } from '../secrets.ts'

/** How long a set-up link can be used, in seconds: 7 days. The first start makes a new one each time until it is used. */
export const SET_UP_LINK_SECONDS = 7 * 86_400

/**
 * A new one-time link, not stored yet. The code is in the fragment: browsers send that to no server.
 *
 * @param origin scheme, host and port under which people reach the console
 * @param now milliseconds since 1970, as `expiresAt` is
 */
export function newSetUpLink(
  { random }: { random: Random },
  origin: string,
  now: number,
): { url: string; codeSha256: string; expiresAt: number } {
  const code = newSecret('tsu', random)
  return {
    url: `${origin}${SET_UP_PATH}#code=${code}`,
    codeSha256: sha256Hex(code),
    expiresAt: now + SET_UP_LINK_SECONDS * 1000,
  }
}
