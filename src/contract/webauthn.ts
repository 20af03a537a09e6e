import * as v from 'valibot'

/*
 * What passes between the service and a browser's authenticator, in the JSON forms of the standard.
 * Source: W3C Web Authentication Level 3, sections 5.1.8 to 5.1.10.
 */

/** Bytes in base64url without padding; `most` characters of it. */
const base64Url = (most: number) =>
  v.pipe(v.string(), v.regex(/^[\w-]+$/, 'base64url'), v.maxLength(most, `at most ${most} characters`))

/** A credential id has at most 1,023 bytes. Source: the same, section 4. */
const CredentialId = base64Url(1364)

/** Attestations of the wordiest authenticators (TPM) have about 6 KB. */
const Bytes = base64Url(24_000)

const answered = {
  id: CredentialId,
  rawId: CredentialId,
  type: v.literal('public-key'),
}

/** What an authenticator answers when a passkey is made. What else browsers send along is not looked at. */
export const RegistrationCredential = v.object({
  ...answered,
  response: v.object({
    clientDataJSON: Bytes,
    attestationObject: Bytes,
    transports: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(32))), v.maxLength(10)), []),
  }),
})
export type RegistrationCredential = v.InferOutput<typeof RegistrationCredential>

/** What an authenticator answers when a passkey is used; `userHandle` says whose it is. */
export const AuthenticationCredential = v.object({
  ...answered,
  response: v.object({
    clientDataJSON: Bytes,
    authenticatorData: Bytes,
    signature: Bytes,
    userHandle: v.optional(base64Url(86)),
  }),
})
export type AuthenticationCredential = v.InferOutput<typeof AuthenticationCredential>

const Descriptor = v.object({
  id: v.string(),
  type: v.literal('public-key'),
  transports: v.array(v.string()),
})

/** What a browser is asked to make a passkey by. */
export const CreationOptions = v.object({
  rp: v.object({ id: v.string(), name: v.string() }),
  user: v.object({ id: v.string(), name: v.string(), displayName: v.string() }),
  challenge: v.string(),
  pubKeyCredParams: v.array(v.object({ alg: v.number(), type: v.literal('public-key') })),
  /** Milliseconds. */
  timeout: v.number(),
  excludeCredentials: v.array(Descriptor),
  authenticatorSelection: v.object({
    residentKey: v.literal('required'),
    requireResidentKey: v.literal(true),
    userVerification: v.literal('required'),
  }),
  attestation: v.literal('none'),
})
export type CreationOptions = v.InferOutput<typeof CreationOptions>

/** What a browser is asked to use a passkey by; where `allowCredentials` is empty, any that it has here will do. */
export const RequestOptions = v.object({
  challenge: v.string(),
  rpId: v.string(),
  /** Milliseconds. */
  timeout: v.number(),
  userVerification: v.literal('required'),
  allowCredentials: v.array(Descriptor),
})
export type RequestOptions = v.InferOutput<typeof RequestOptions>
