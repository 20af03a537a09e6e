import type { Claims, RoleMapping } from './role-mapping.ts'

/** What a sign-in at the provider is bound to, all of it random. */
export type Bond = { state: string; nonce: string; codeVerifier: string }

/** Whom a provider vouches for, verified: issuer, signature, audience, nonce and times. */
export type VouchedFor = {
  subject: string
  claims: Claims
  /** How long ago they proved there who they are, in whole seconds; null where the provider does not say. */
  authenticatedSecondsAgo: number | null
  /** As it came, for signing out there. */
  idToken: string
}

/**
 * The company's OpenID Connect provider, by authorization code with PKCE. Each throws ServiceError: `provider-unavailable`
 * when it does not answer in time, `provider-not-trusted`, `provider-clock-off`, `provider-refuses-us`.
 */
export interface OpenIdProvider {
  /** As its tokens name it. */
  issuer: string
  /** For people. */
  name: string
  /** Null: whoever it vouches for holds what was given to them here. */
  mapping: RoleMapping | null
  /**
   * Where a browser goes to sign in.
   *
   * @param redirectUri where it is to come back to
   * @param isAnew whether to ask who it is though the provider knows them
   */
  signInUrl(redirectUri: string, bond: Bond, isAnew?: boolean): Promise<string>
  /**
   * Has the provider tell whom it let in.
   *
   * @param answer the address it led back to, with its query
   * @throws ServiceError also `provider-refused`, and `sign-in-out-of-date` for a code that is none any more
   */
  vouchedFor(answer: URL, bond: Bond): Promise<VouchedFor>
  /** Where a browser goes to sign out there too; null where the provider has no such place. @param returnUri as above */
  signOutUrl(idToken: string, returnUri: string): Promise<string | null>
}
