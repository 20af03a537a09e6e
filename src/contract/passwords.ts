import * as v from 'valibot'

/** Shortest and longest password; a character is a Unicode code point. Source: NIST SP 800-63B-4 section 3.1.1; the bound keeps hashing cheap. */
export const MIN_PASSWORD_LENGTH = 15
export const MAX_PASSWORD_LENGTH = 256

const lengthOf = (password: string) => Array.from(password).length

/** Whatever was chosen once can be typed again: no longer than the longest that can be. */
export const TypedPassword = v.pipe(
  v.string(),
  v.minLength(1, 'a password'),
  v.check(
    (password) => lengthOf(password) <= MAX_PASSWORD_LENGTH,
    `at most ${MAX_PASSWORD_LENGTH} characters`,
  ),
)

/**
 * Whether it can be guessed is for the service to say, which knows the person and a list of common ones. It is kept as NFC, for
 * keyboards differ in how they compose a letter with a mark. Source: NIST SP 800-63B-4 section 3.1.1.2.
 */
export const NewPassword = v.pipe(
  TypedPassword,
  v.normalize('NFC'),
  v.check(
    (password) => lengthOf(password) >= MIN_PASSWORD_LENGTH,
    `at least ${MIN_PASSWORD_LENGTH} characters`,
  ),
)

/**
 * Why a password of the right length is refused, as an error code. `too-common`: it is one of the commonest or made of them;
 * `of-own-words`: it is the person's name or e-mail, the product's or the client's name, with little else; `too-uniform`: it
 * repeats itself, or follows the alphabet, the numbers or the keys.
 */
export const PasswordWeakness = v.picklist([
  'password-too-common',
  'password-of-own-words',
  'password-too-uniform',
])
export type PasswordWeakness = v.InferOutput<typeof PasswordWeakness>
