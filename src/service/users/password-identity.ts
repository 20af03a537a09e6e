import type { IdentityKey } from './store.ts'

/** The identity by which a person signs in with a password. */
export const passwordIdentity = (userId: string): IdentityKey => ({
  kind: 'password',
  issuer: '',
  subject: userId,
})
