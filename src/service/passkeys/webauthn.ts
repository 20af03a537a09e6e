import * as v from 'valibot'
import {
  type AuthenticationCredential,
  CreationOptions,
  type RegistrationCredential,
  RequestOptions,
} from '#contract/webauthn.ts'
import type { User } from '#contract/user.ts'
import type { RelyingParty } from './relying-party.ts'
import type { StoredPasskey } from './store.ts'

/** What people see of who asks, where their device shows it. */
const NAME = 'Profile API Console'

/** How long a browser asks, in milliseconds. Source: WebAuthn Level 3, section 15.1, for user verification. */
const TIMEOUT_MS = 300_000

/** ES256, EdDSA and RS256, which every authenticator has one of. Source: the IANA registry of COSE algorithms. */
const ALGORITHMS = [-7, -8, -257]

/** Loaded when the first passkey is made or used: it takes a quarter of a second and 27 MB, which most never need. */
const library = () => import('@simplewebauthn/server')

/** A person's name for authenticators: neither name nor address, and of at most 64 bytes. */
const userHandleOf = (userId: string) => new TextEncoder().encode(userId)

const descriptors = (passkeys: StoredPasskey[], { id }: RelyingParty) =>
  passkeys
    .filter(({ rpId }) => rpId === id)
    .map(({ credentialId, transports }) => ({ id: credentialId, transports }))

/** What to ask a browser for: a passkey that signs in alone, on an authenticator that has none of this person yet. */
export async function creationOptions(
  relyingParty: RelyingParty,
  user: Pick<User, 'id' | 'name' | 'email'>,
  challenge: Uint8Array<ArrayBuffer>,
  passkeys: StoredPasskey[],
): Promise<CreationOptions> {
  const { generateRegistrationOptions } = await library()
  const options = await generateRegistrationOptions({
    rpName: NAME,
    rpID: relyingParty.id,
    userID: userHandleOf(user.id),
    userName: user.email,
    userDisplayName: user.name,
    challenge,
    supportedAlgorithmIDs: ALGORITHMS,
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    excludeCredentials: descriptors(passkeys, relyingParty),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return v.parse(CreationOptions, options)
}

/** What to ask a browser for: any passkey that it has for this host, or one of those. */
export async function requestOptions(
  relyingParty: RelyingParty,
  challenge: Uint8Array<ArrayBuffer>,
  passkeys: StoredPasskey[],
): Promise<RequestOptions> {
  const { generateAuthenticationOptions } = await library()
  const options = await generateAuthenticationOptions({
    rpID: relyingParty.id,
    challenge,
    timeout: TIMEOUT_MS,
    userVerification: 'required',
    allowCredentials: descriptors(passkeys, relyingParty),
  })
  return v.parse(RequestOptions, options)
}

/** What an authenticator says of a passkey that it made. */
export type Registered = Pick<
  StoredPasskey,
  'credentialId' | 'publicKey' | 'signCount' | 'transports' | 'isBackupEligible' | 'isBackedUp'
>

/** Whether it made one as it was asked to; null for any other answer. */
export async function verifiedRegistration(
  relyingParty: RelyingParty,
  challenge: string,
  answer: RegistrationCredential,
): Promise<Registered | null> {
  const { verifyRegistrationResponse } = await library()
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: { ...answer, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: relyingParty.origin,
    expectedRPID: relyingParty.id,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(refused)
  if (!verified || !registrationInfo) return null
  const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo
  return {
    credentialId: credential.id,
    publicKey: textOf(credential.publicKey),
    signCount: credential.counter,
    transports: answer.response.transports,
    isBackupEligible: credentialDeviceType === 'multiDevice',
    isBackedUp: credentialBackedUp,
  }
}

/** What an authenticator says of a passkey that it used. */
export type Authenticated = Pick<StoredPasskey, 'signCount' | 'isBackupEligible' | 'isBackedUp'>

/** Whether it used that passkey as it was asked to; null for any other answer. What its count means is the caller's to say. */
export async function verifiedAuthentication(
  relyingParty: RelyingParty,
  challenge: string,
  answer: AuthenticationCredential,
  { credentialId, publicKey }: StoredPasskey,
): Promise<Authenticated | null> {
  const { verifyAuthenticationResponse } = await library()
  const { userHandle: _, ...signed } = answer.response
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { ...answer, response: signed, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: relyingParty.origin,
    expectedRPID: relyingParty.id,
    credential: { id: credentialId, publicKey: bytesOf(publicKey), counter: 0 },
  }).catch(refused)
  if (!verified || !authenticationInfo) return null
  const { newCounter, credentialDeviceType, credentialBackedUp } = authenticationInfo
  return {
    signCount: newCounter,
    isBackupEligible: credentialDeviceType === 'multiDevice',
    isBackedUp: credentialBackedUp,
  }
}

/** The library says by an error what is wrong with an answer; whoever sent it is not told. */
const refused = () => ({ verified: false, registrationInfo: undefined, authenticationInfo: undefined })

/** Whether an authenticator says that a passkey is that person's. */
export const isOf = ({ response: { userHandle } }: AuthenticationCredential, userId: string): boolean =>
  userHandle === textOf(userHandleOf(userId))

/** Bytes in base64url. */
export const textOf = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/')
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
