import * as v from 'valibot'

/** Shortest and longest password; a character is a Unicode code point. Source: NIST SP 800-63B-4 section 3.1.1; the bound keeps hashing cheap. */
export const MIN_PASSWORD_LENGTH = 15
export const MAX_PASSWORD_LENGTH = 256

export const NewPassword = v.pipe(
  v.string(),
  v.check(
    (password) => Array.from(password).length >= MIN_PASSWORD_LENGTH,
    `at least ${MIN_PASSWORD_LENGTH} characters`,
  ),
  v.maxLength(MAX_PASSWORD_LENGTH, `at most ${MAX_PASSWORD_LENGTH} characters`),
)
