import { sha256Hex } from '#service/sha256.ts'
import type { Cipher, Random } from '../ports.ts'
import { newId, bytesOfText, textOfBytes } from '../secrets.ts'
import type { StoredIdentity } from '../users/store.ts'

/** Whose password, and which: a new password makes each device an unknown one. */
type Known = Pick<StoredIdentity, 'subject' | 'secret'>

/**
 * A proof for a device to keep that someone signed in there by that identity, so that others who fail to do so elsewhere do
 * not hold them up. It lets nobody in, and nothing of it is stored. Source: OWASP, "Slow Down Online Guessing Attacks
 * with Device Cookies".
 */
export async function newDeviceProof(
  { cipher, random }: { cipher: Cipher; random: Random },
  identity: Known,
): Promise<string> {
  return textOfBytes(await cipher.seal(newId(random), contextOf(identity)))
}

/** The id of the device that a proof is of; null unless it was made for that identity, with the password it still has. */
export async function deviceIdIn(
  { cipher }: { cipher: Cipher },
  identity: Known,
  proof: string | undefined,
): Promise<string | null> {
  if (proof === undefined) return null
  try {
    return await cipher.open(bytesOfText(proof), contextOf(identity))
  } catch {
    return null
  }
}

const contextOf = ({ subject, secret }: Known) => `device ${subject} ${sha256Hex(secret)}`
