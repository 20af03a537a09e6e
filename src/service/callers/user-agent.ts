/** What is read of a `User-Agent` that is longer. */
const MOST_CHARACTERS_READ = 256
/** Of callers; a browser that is made of another one says its own name after that one's. */
const MOST_NAMES = 4
const MOST_CHARACTERS_OF_NAME = 32

/** A token of RFC 9110 section 5.6.2 that holds a letter. */
const NAME = /^(?=.*[A-Za-z])[\w!#$%&'*+\-.^`|~]+$/
const SECRET_OF_OURS = /(?:tpa|tdb|tse|tsu)_/i

/**
 * The names of the products in a `User-Agent` field (RFC 9110 section 10.1.5), without versions and comments, and without
 * what may be no name at all but a secret or an identifier that someone pasted there.
 *
 * @param mostNames four where left out
 * @returns names with a blank between, such as `python-requests`; null where there is none
 */
export function productNames(userAgent: string, mostNames = MOST_NAMES): string | null {
  const products = withoutComments(userAgent.slice(0, MOST_CHARACTERS_READ)).split(/[ \t]+/)
  const names = products.map((product) => product.split('/', 1)[0] ?? '').filter(isName)
  return names.length === 0 ? null : names.slice(0, mostNames).join(' ')
}

/** Comments nest; one that does not end takes the rest with it. */
function withoutComments(userAgent: string): string {
  let depth = 0
  let kept = ''
  for (const character of userAgent) {
    if (character === '(') depth += 1
    if (depth === 0) kept += character
    if (character === ')') depth = Math.max(0, depth - 1)
  }
  return kept
}

const isName = (text: string) =>
  text.length <= MOST_CHARACTERS_OF_NAME && NAME.test(text) && !SECRET_OF_OURS.test(text) && !isRandom(text)

/** Names have few digits, long ones none, and their words more letters than one; what is drawn at random does not. */
function isRandom(text: string): boolean {
  const digits = text.match(/\d/g)?.length ?? 0
  if (digits > 4) return true
  if (text.length < 16) return false
  const humps = text.match(/[a-z][A-Z]/g)?.length ?? 0
  return digits > 0 || humps > text.length / 6
}
