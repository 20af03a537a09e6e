import type { ProfileIdKind } from '#contract/profiles.ts'

export type StoredProfile = {
  clientCode: string
  idKind: ProfileIdKind
  id: string
  /** Milliseconds since 1970. */
  modifiedAt: number
  /** In a list, because an attribute may have any name. */
  attributes: readonly { name: string; value: string; modifiedAt: number }[]
}

export interface ProfileStore {
  find(clientCode: string, idKind: ProfileIdKind, id: string): Promise<StoredProfile | undefined>
  /**
   * Sets attributes of a profile that exists: same names overwrite, others stay.
   *
   * @returns `too-large`, with nothing stored, when the profile would take more than PROFILE_LIMIT_BYTES
   */
  update(update: ProfileUpdate): Promise<ProfileUpdateOutcome>
}

export type ProfileUpdateOutcome = 'updated' | 'not-found' | 'too-large'

export type ProfileUpdate = {
  clientCode: string
  idKind: ProfileIdKind
  id: string
  /** None empty; in pairs, because an attribute may have any name. */
  attributes: [name: string, value: string][]
  /** Milliseconds since 1970. */
  modifiedAt: number
}
