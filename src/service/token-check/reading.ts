import type { Edit, Finding } from '#contract/token-check.ts'
import { credentialsOf, type Credentials } from '../http/credentials.ts'
import type { SecretPrefix } from '../secrets.ts'
import { editsOf, type Fault, fault, findingsOf, mayBeRight } from './faults.ts'
import { headerFaults, isField } from './header-faults.ts'
import { type Line, lineOf, placeOf, type Span } from './line.ts'
import { quoteFaults } from './quote-faults.ts'
import { secretFaults } from './secret-faults.ts'
import { secretsIn } from './secrets-in.ts'
import { type Surroundings, surroundingsOf } from './surroundings.ts'
import { withoutSecret } from './without-secret.ts'

/** Most letters of a secret that an answer names in order to mend a line. */
const MOST_LETTERS = 4

/** The first whole secret of what was pasted, as it is once all is mended. */
export type ReadSecret = {
  secret: string
  prefix: SecretPrefix
  /** What a call shows that sends the line as it was pasted. */
  shownAsPasted: { credentials: Credentials; hasTokenInAddress: boolean }
  /** What mends the line; null where it cannot be without telling too much. */
  edits: Edit[] | null
}

/** Finds the secret in whatever was pasted, and what is wrong with it and around it. Looks nothing up, and never throws. */
export function readPasted(text: string): { findings: Finding[]; secret: ReadSecret | null } {
  const line = lineOf(text)
  const { whole, broken } = secretsIn(line)
  const all = whole.map((found) => ({ found, around: surroundingsOf(line, found) }))
  const told = all.find(({ around }) => !around.isInAddress) ?? all[0]
  if (told === undefined)
    return { findings: findingsOf(line, [withoutSecret(line, broken[0])]), secret: null }

  const { found, around } = told
  const inSecret = secretFaults(line, found)
  const count = new Set(whole.map(({ secret }) => secret)).size + broken.length
  const faults = [
    ...inSecret,
    ...headerFaults(line, found, around),
    ...quoteFaults(line, found, around),
    ...(count > 1 ? [fault({ kind: 'several-tokens', count }, placeOf(line, found))] : []),
  ]
  const letters = inSecret.flatMap(({ edits }) => edits).filter(({ insert }) => insert !== '')
  const isMendable = letters.length <= MOST_LETTERS && !around.isInAddress
  const { secret, prefix } = found
  const shownAsPasted = {
    credentials: credentialsAsPasted(line, found, around, faults),
    hasTokenInAddress: all.some((one) => one.around.isInAddress),
  }
  return {
    findings: findingsOf(line, faults),
    secret: { secret, prefix, shownAsPasted, edits: isMendable ? editsOf(faults) : null },
  }
}

/** What the field `Authorization` of a call says that sends what stands there; a token without a name gets its scheme. */
function credentialsAsPasted(line: Line, token: Span, around: Surroundings, faults: Fault[]): Credentials {
  const { names, schemes, quotes, isInAddress } = around
  if (isInAddress) return { kind: 'none' }

  const sent = faults.filter((one) => !mayBeRight(one)).flatMap(({ edits }) => edits)
  const quote = quotes.value && placeOf(line, quotes.value.open)
  const isQuoteRead = quote !== null && names.length < 2 && sent.every(({ start }) => start !== quote.start)
  const [outer] = names
  const behindName = outer && placeOf(line, outer).end
  const begin = placeOf(line, { from: schemes[0]?.word.from ?? token.from, to: token.to }).start
  const start = isQuoteRead ? quote.end : (behindName ?? Math.min(begin, ...sent.map((edit) => edit.start)))
  const isNameWrong =
    behindName !== undefined && names.length < 2 && sent.some((edit) => edit.start < behindName)
  if (isNameWrong) return { kind: 'none' }

  const end = Math.max(placeOf(line, token).end, ...sent.map((edit) => edit.end))
  const value = line.text.slice(start, end).replaceAll(/^[ \t]+|[ \t]+$/g, '')
  const isTokenAlone = schemes.length === 0 && !names.some(isField)
  return credentialsOf(isTokenAlone ? `Bearer ${value}` : value)
}
