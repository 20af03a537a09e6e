import type { StoredIdentity } from '../users/store.ts'
import type { StoredPasskey } from './store.ts'

/** The identity that a passkey is: its host vouches for the credential, and a sign-in is checked against its public key. */
export const passkeyIdentity = ({
  credentialId,
  userId,
  rpId,
  publicKey,
  createdAt,
}: StoredPasskey): StoredIdentity => ({
  kind: 'passkey',
  issuer: rpId,
  subject: credentialId,
  userId,
  secret: publicKey,
  createdAt,
})
