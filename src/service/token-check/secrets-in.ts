import { prefixOf, type SecretPrefix } from '../secrets.ts'
import type { Line, Span } from './line.ts'

/** A secret of ours in a line. */
export type FoundSecret = Span & {
  secret: string
  prefix: SecretPrefix
  /** Where in `plain` each of its characters stands. */
  characters: number[]
}

/** What begins like one and is none, as far as letters and digits go on. */
export type BrokenSecret = Span & { body: string }

/** The four letters that each secret begins with, and whatever came between them: a few broken lines, each with a mark of quotation. */
const BEGINNING = /t\W{0,12}(?:p\W{0,12}a|d\W{0,12}b|s\W{0,12}[eu])\W{0,12}_/gi
const BODY_LENGTH = 49
/** Most characters between those of one secret: the same. */
const MOST_BETWEEN = 60

/** All whole secrets of a line, and all others that seem to be ones, in its order. */
export function secretsIn({ plain }: Line): { whole: FoundSecret[]; broken: BrokenSecret[] } {
  const whole: FoundSecret[] = []
  const broken: BrokenSecret[] = []
  for (const { index, 0: beginning } of plain.matchAll(BEGINNING)) {
    const found = wholeFrom(plain, index, beginning.length)
    if (found) whole.push(found)
    else if (!/[0-9a-z]/i.test(plain.charAt(index - 1)))
      broken.push(brokenFrom(plain, index, beginning.length))
  }
  return { whole, broken }
}

function wholeFrom(plain: string, from: number, beginningLength: number): FoundSecret | undefined {
  const bodyFrom = from + beginningLength
  const most = bodyFrom + BODY_LENGTH + MOST_BETWEEN
  const characters = plain
    .slice(from, bodyFrom)
    .split('')
    .flatMap((character, at) => (/\w/.test(character) ? from + at : []))
  for (let at = bodyFrom; at < Math.min(most, plain.length) && characters.length < 4 + BODY_LENGTH; at += 1) {
    if (/[0-9A-Za-z]/.test(plain.charAt(at))) characters.push(at)
  }
  const written = characters.map((at) => plain.charAt(at)).join('')
  const secret = written.slice(0, 4).toLowerCase() + written.slice(4)
  const prefix = prefixOf(secret)
  return prefix === null
    ? undefined
    : { from, to: (characters.at(-1) ?? from) + 1, secret, prefix, characters }
}

function brokenFrom(plain: string, from: number, beginningLength: number): BrokenSecret {
  const body = /^[0-9A-Za-z]*/.exec(plain.slice(from + beginningLength))?.[0] ?? ''
  return { from, to: from + beginningLength + body.length, body }
}
