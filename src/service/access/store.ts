import type { StoredToken } from '../profile-auth/store.ts'

/** Of a token what a call is judged by: no more of it is read with each of them. */
export type ShownToken = Pick<StoredToken, (typeof SHOWN)[number]>

export const SHOWN = [
  'id',
  'clientCode',
  'scope',
  'createdAt',
  'expiresAt',
  'worksUntil',
  'seenOverAt',
  'replacedAt',
  'endedAt',
  'changedAt',
  'lastUsedAt',
] as const satisfies readonly (keyof StoredToken)[]

/** What a profile API call is judged by, read in one look-up so that every call sees the newest switch and token. */
export type Access = {
  /** False for a client whose settings were never changed. */
  enableProfileApiAuthentication: boolean
  /** When the client's settings were last changed, milliseconds since 1970; null for never. */
  settingsChangedAt: number | null
  /** The token with that secret, whatever its client, scope or state. */
  token: ShownToken | undefined
}

export interface AccessStore {
  /** @throws whatever the database throws; the caller must then refuse, never let through */
  find(clientCode: string, secretSha256: string | null): Promise<Access>
}
