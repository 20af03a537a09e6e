import type { IdentityStore } from '../../users/store.ts'
import type { OpenIdProvider } from './provider.ts'

/** Whether what a person holds is the provider's to say, at each sign-in there. */
export async function hasRolesFromProvider(
  { identities, provider }: { identities: IdentityStore; provider: OpenIdProvider | null },
  userId: string,
): Promise<boolean> {
  if (provider === null || provider.mapping === null) return false
  const own = await identities.listOf(userId)
  return own.some(({ kind, issuer }) => kind === 'oidc' && issuer === provider.issuer)
}
