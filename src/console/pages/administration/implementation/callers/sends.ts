import type { VerdictKind } from '#contract/caller-outline.ts'
import type { Caller, CallerUse } from '#contract/callers.ts'

/** What a caller sends. Instants are ISO 8601. */
export type Sends = {
  /** When it first sent the current token; null for never. */
  currentSince: string | null
  /** What else it sent last since callers are judged; null for nothing. */
  otherwise: VerdictKind | null
  /** What of it was refused in the period; null for nothing. */
  refused: { calls: number; lastCallAt: string; verdict: VerdictKind } | null
}

/**
 * @param currentTokenId null without a token
 * @param judgedSince calls before it say nothing of what a caller sends now
 */
export function sendsOf(
  { uses }: Pick<Caller, 'uses'>,
  currentTokenId: string | null,
  judgedSince: string,
): Sends {
  const isCurrent = ({ verdict, tokenId }: CallerUse) =>
    verdict === 'current-token' && tokenId === currentTokenId
  const current = uses.filter(isCurrent).map(({ firstCallAt }) => firstCallAt)
  const otherwise = latest(uses.filter((use) => !isCurrent(use) && use.lastCallAt >= judgedSince))
  const refused = uses.filter((use) => use.refused && use.calls > 0)
  const last = latest(refused)
  return {
    currentSince: current.toSorted()[0] ?? null,
    otherwise: otherwise?.verdict ?? null,
    refused: last && {
      calls: refused.reduce((sum, { calls }) => sum + calls, 0),
      lastCallAt: last.lastCallAt,
      verdict: last.verdict,
    },
  }
}

/** Instants of the service are written alike, so that they sort as text. */
const latest = (uses: CallerUse[]): CallerUse | null =>
  uses.toSorted((one, other) => (one.lastCallAt < other.lastCallAt ? 1 : -1))[0] ?? null
