import { OIDC_RETURN_PATH } from '#contract/oidc.ts'
import { ServiceError } from '../../errors.ts'
import type { Cipher } from '../../ports.ts'
import type { OpenIdProvider } from './provider.ts'
import type { OidcStore } from './store.ts'

type Needs = { oidc: OidcStore; cipher: Cipher; provider: OpenIdProvider | null }

/** Where the provider leads back to, after signing in and after signing out. */
export const returnUriOf = (origin: string): string => `${origin}${OIDC_RETURN_PATH}`

/** Keeps what signing out at the provider takes, sealed, until the session ends. */
export async function keepIdToken(
  { oidc, cipher }: Needs,
  { issuer }: OpenIdProvider,
  sessionId: string,
  idToken: string,
): Promise<void> {
  await oidc.keepIdToken(sessionId, await cipher.seal(idToken, contextOf(issuer, sessionId)))
}

/** The provider's token of a session; null where that was not begun at the provider that there is now. */
export async function idTokenOf(
  { oidc, cipher, provider }: Needs,
  sessionId: string,
): Promise<string | null> {
  const sealed = provider && (await oidc.idTokenOf(sessionId))
  if (!sealed) return null
  return cipher.open(sealed, contextOf(provider.issuer, sessionId)).catch(() => null)
}

/** Where a browser signs out at the provider; null where it cannot, for whoever signs out here is not kept waiting for long. */
export async function providerSignOutUrl(
  { provider }: Pick<Needs, 'provider'>,
  idToken: string | null,
  origin: string,
): Promise<string | null> {
  if (provider === null || idToken === null) return null
  try {
    return await provider.signOutUrl(idToken, returnUriOf(origin))
  } catch (error) {
    if (error instanceof ServiceError) return null
    throw error
  }
}

const contextOf = (issuer: string, sessionId: string) => `id-token ${issuer} ${sessionId}`
