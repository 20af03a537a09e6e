import { SET_UP_PATH } from '#contract/set-up.ts'
import type { Random } from '../ports.ts'
import { newSecret, sha256Hex } from '../secrets.ts'
import type { StoredSetUpLink } from './store.ts'

/** How long a set-up link can be used, in seconds: 7 days. The first start makes a new one each time until it is used. */
export const SET_UP_LINK_SECONDS = 7 * 86_400

/**
 * A new one-time link, not stored yet. The code is in the fragment: browsers send that to no server.
 *
 * @param userId whom it is for, null for the link of the first start
 * @param origin scheme, host and port under which people reach the console
 * @param now milliseconds since 1970
 */
export function newSetUpLink(
  { random }: { random: Random },
  userId: string | null,
  origin: string,
  now: number,
): { url: string; link: StoredSetUpLink } {
  const code = newSecret('tsu', random)
  const link = { codeSha256: sha256Hex(code), userId, expiresAt: now + SET_UP_LINK_SECONDS * 1000 }
  return { url: `${origin}${SET_UP_PATH}#code=${code}`, link }
}
