import type { Edit, Finding } from '#contract/token-check.ts'
import { codePointText } from './told.ts'

/** Most characters that are shown before and behind a place: what nobody can make a token of. */
const BEFORE = 16
const BEHIND = 6
const WITHIN = 24

/** A place with its neighbours, as far as they may be shown to anyone. */
export type Shown = {
  before: string
  /** What is wrong, made visible; `isMissing`: what should be there. */
  marked: string
  isMissing: boolean
  behind: string
}

/** A stretch that holds a secret, or most of one. */
const HOLDS_SECRET: readonly Finding['kind'][] = ['not-whole', 'case-changed', 'in-address']

/**
 * What to show of the place of a finding; null where it would say nothing.
 *
 * @param edits that mend the line: where something is missing, they say what
 */
export function shownPlace(text: string, finding: Finding, edits: readonly Edit[]): Shown | null {
  const { kind, start, end } = finding
  if (kind === 'no-token' || kind === 'several-tokens') return null
  const [before, within, behind] = [text.slice(0, start), text.slice(start, end), text.slice(end)].map(
    (part) => Array.from(part ?? ''),
  )
  const missing = within?.length === 0 ? edits.find((edit) => edit.start === start)?.insert.trim() : undefined
  return {
    before: cut(before ?? [], BEFORE, 'start'),
    marked: missing ?? markedOf(finding, within ?? []),
    isMissing: missing !== undefined,
    behind: cut(behind ?? [], BEHIND, 'end'),
  }
}

function markedOf(finding: Finding, within: string[]): string {
  if (finding.kind === 'stray-character') {
    return finding.class === 'other' ? visible(within) : codePointText(finding.codePoint)
  }
  if (finding.kind === 'look-alike') return `${visible(within)} ${codePointText(finding.codePoint)}`
  if (HOLDS_SECRET.includes(finding.kind))
    return `${visible(within.slice(0, 8))}…${visible(within.slice(-4))}`
  return within.length > WITHIN ? `${visible(within.slice(0, WITHIN))}…` : visible(within)
}

function cut(characters: string[], most: number, side: 'start' | 'end'): string {
  if (characters.length <= most) return visible(characters)
  return side === 'start'
    ? `… ${visible(characters.slice(-most))}`
    : `${visible(characters.slice(0, most))} …`
}

/** What has no shape of its own, so that a place keeps to one line. */
const visible = (characters: string[]) =>
  characters
    .join('')
    .replaceAll(/\s/g, ' ')
    .replaceAll(/[\p{Default_Ignorable_Code_Point}\p{C}]/gu, '·')
