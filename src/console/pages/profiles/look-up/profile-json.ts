import type { ShownProfile } from '#contract/profiles.ts'

/** A profile as jobs read it, by `GET /rest/v1/profiles/…`: in the form of wire fact D37. */
export function jsonOf({ client, id, modifiedAt, attributes }: ShownProfile): string {
  const named = attributes.map(
    ({ name, value, modifiedAt: changedAt }) => [name, { value, modifiedAt: withOffset(changedAt) }] as const,
  )
  const profile = {
    client,
    visitorId: id,
    modifiedAt: withOffset(modifiedAt),
    profileAttributes: Object.fromEntries(named),
  }
  return JSON.stringify(profile, null, 2)
}

const withOffset = (instant: string) => instant.replace('Z', '+00:00')
