import { type Fault, fault } from './faults.ts'
import { type Line, placeOf } from './line.ts'
import type { BrokenSecret } from './secrets-in.ts'

const HIDDEN = String.raw`[*•●∙·＊…#]{2,}|\.{3,}|…|x{6,}|\W?(?:redacted|masked|hidden|filtered)\b`
const PLACEHOLDER = String.raw`\$\{?\{?\s*[\w.]+\s*\}{0,2}|<[^<>\n]{1,60}>|\{\{?\s*[\w.-]+\s*\}?\}|%\w{2,60}%|\[[^[\]\n]{1,60}\]|your[_ -]?\w*token\w*`

/** Alone, behind a scheme, or behind a name: where a token belongs. */
const inPlaceOfToken = (form: string) =>
  new RegExp(
    String.raw`^\s*["'\x60]?(${form})[\w\s"'\x60]{0,12}$|(?:\bbearer["'\x60]?\s+|(?:token|auth\w*|secret|key)["'\x60]?\s*[:=]\s*)["'\x60]?(${form})`,
    'i',
  )

const HIDDEN_TOKEN = inPlaceOfToken(HIDDEN)
const PLACEHOLDER_OF_TOKEN = inPlaceOfToken(PLACEHOLDER)
const HIDDEN_REST = new RegExp(`^(?:${HIDDEN})`, 'i')
const JWT = /\b(eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?)/
const UUID = /\b([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/i

/** Why there is no whole secret in a line. @param broken what begins like one, if anything does */
export function withoutSecret(line: Line, broken: BrokenSecret | undefined): Fault {
  const { plain } = line
  if (broken !== undefined) {
    const rest = HIDDEN_REST.exec(plain.slice(broken.to))?.[0]
    return rest === undefined
      ? brokenFault(line, broken)
      : fault({ kind: 'masked' }, placeOf(line, { from: broken.to, to: broken.to + rest.length }))
  }
  const found = (pattern: RegExp) => {
    const match = pattern.exec(plain)
    const form = match?.slice(1).find((group) => group !== undefined)
    if (match === null || form === undefined) return undefined
    const from = plain.indexOf(form, match.index)
    return placeOf(line, { from, to: from + form.length })
  }
  const hidden = found(HIDDEN_TOKEN)
  if (hidden) return fault({ kind: 'masked' }, hidden)
  const placeholder = found(PLACEHOLDER_OF_TOKEN)
  if (placeholder) return fault({ kind: 'placeholder' }, placeholder)
  const jwt = found(JWT)
  if (jwt) return fault({ kind: 'no-token', resembles: 'jwt' }, jwt)
  const uuid = found(UUID)
  if (uuid) return fault({ kind: 'no-token', resembles: 'uuid' }, uuid)
  return fault({ kind: 'no-token', resembles: null }, { start: 0, end: line.text.length })
}

function brokenFault(line: Line, { from, to, body }: BrokenSecret): Fault {
  const isOfOneCase = body.length === 49 && [body.toLowerCase(), body.toUpperCase()].includes(body)
  return fault(
    isOfOneCase ? { kind: 'case-changed' } : { kind: 'not-whole', length: 4 + body.length },
    placeOf(line, { from, to }),
  )
}
