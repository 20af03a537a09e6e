import type { NamedCaller } from '#contract/caller-outline.ts'

/** What to call a caller, and what else is known of it. Both are null where nothing is. */
export function nameOf({ name, address, userAgent }: NamedCaller): {
  name: string | null
  detail: string | null
} {
  const [first, ...rest] = [name, address, userAgent].filter((one) => one !== null)
  return { name: first ?? null, detail: rest.length === 0 ? null : rest.join(' · ') }
}
