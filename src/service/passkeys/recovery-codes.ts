import { RECOVERY_CODES } from '#contract/passkeys.ts'
import { sha256Hex } from '#service/sha256.ts'
import type { Random } from '../ports.ts'

/** Letters and digits that are not taken for each other; 32, so that each is 5 bits. Source: Crockford's Base32. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
/** 120 bits, so that a plain hash keeps them. Source: OWASP ASVS 5 V6.5.2, from 112 bits on. */
const LENGTH = 24
const GROUP = /.{6}(?=.)/g

/** New codes such as `3f9k2m-…`, four groups of six characters each. */
export const newRecoveryCodes = (random: Random): string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    Array.from(random(LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length))
      .join('')
      .replaceAll(GROUP, '$&-'),
  )

/** How a code is kept and found, however its letters and blanks are written. */
export function recoveryCodeSha256(code: string): string {
  const written = code.toLowerCase().replaceAll(/[\s-]/g, '')
  return sha256Hex(written.replaceAll('o', '0').replaceAll(/[il]/g, '1'))
}
