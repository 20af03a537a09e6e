import type { CallerUse, CallKind } from '#contract/callers.ts'

/** What a caller does, as far as it did in the time that is looked at; else ever. */
export function kindsOf(uses: CallerUse[]): CallKind[] {
  const recent = uses.filter(({ calls }) => calls > 0)
  return [...new Set((recent.length > 0 ? recent : uses).map(({ kind }) => kind))]
}
