import type { ProfileUpdate } from '#service/profiles/store.ts'

/** Attributes as a profile keeps them: JSON of `{name: [value, modifiedAt]}`. */
export const toJson = ({ attributes, modifiedAt }: Pick<ProfileUpdate, 'attributes' | 'modifiedAt'>) =>
  JSON.stringify(Object.fromEntries(attributes.map(([name, value]) => [name, [value, modifiedAt]])))
