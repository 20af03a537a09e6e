import type { Finding } from '#contract/token-check.ts'
import type { Words } from './words/en.ts'

/** What was found, to go on a sentence. */
export function faultOf(finding: Finding, { faults, strays, inToken, besideToken }: Words): string {
  if (finding.kind !== 'stray-character') return faults[finding.kind]
  const what = strays[finding.class]
  return finding.isInToken ? inToken(what) : besideToken(what)
}

/** `U+200B`. */
export const codePointText = (codePoint: number): string =>
  `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`

/** Which character it is, where it is, and how it may have come there. @param number writes a number */
export function explanationOf(finding: Finding, words: Words, number: (amount: number) => string): string {
  const { causes, looksLike } = words
  switch (finding.kind) {
    case 'stray-character':
      return `${placeText(finding, nameOf(finding, words), words, number)} ${causeOf(finding, words)}`
    case 'look-alike': {
      const letter = `${String.fromCodePoint(finding.codePoint)} (${codePointText(finding.codePoint)})`
      const what = looksLike(letter, finding.insteadOf)
      return `${placeText(finding, what, words, number)} ${causes[finding.kind]}`
    }
    case 'not-whole':
      return finding.length === 53 ? causes.changed : causes.tooShort(number(finding.length))
    case 'no-token':
      return causes[finding.resembles ?? finding.kind]
    case 'repeated-name':
    case 'repeated-scheme':
      return causes.repeated
    case 'no-scheme':
    case 'wrong-scheme':
    case 'no-blank':
      return causes.form
    default:
      return causes[finding.kind]
  }
}

type Stray = Extract<Finding, { kind: 'stray-character' }>

/** How it may have come there; nothing for what is on every keyboard. */
function causeOf({ class: kind, codePoint }: Stray, { causes }: Words): string {
  return kind === 'other' || (kind === 'space' && codePoint < 0x80) ? '' : causes[kind]
}

function nameOf({ class: kind, codePoint }: Stray, { characters, strays }: Words): string {
  const names: Partial<Record<number, string>> = characters
  return `${names[codePoint] ?? strays[kind]} (${codePointText(codePoint)})`
}

function placeText(
  { character, count }: { character: number; count: number },
  what: string,
  { standsAt, standAt }: Words,
  number: (amount: number) => string,
): string {
  return count > 1 ? standAt(number(character), what, number(count - 1)) : standsAt(number(character), what)
}
