import type { IdentityStore } from './store.ts'

export type ProviderNeeds = {
  identities: IdentityStore
  /** The OpenID Connect provider, with what its claims give; null where there is none. */
  provider: { issuer: string; mapping: object | null } | null
}

/** Whether what a person holds is the provider's to say, at each sign-in there. */
export async function hasRolesFromProvider(
  { identities, provider }: ProviderNeeds,
  userId: string,
): Promise<boolean> {
  if (provider === null || provider.mapping === null) return false
  const own = await identities.listOf(userId)
  return own.some(({ kind, issuer }) => kind === 'oidc' && issuer === provider.issuer)
}
