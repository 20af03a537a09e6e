import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ServiceRequest } from '#client/request.ts'
import { getSignInWays, type SignInWays } from '#contract/oidc.ts'
import { useRequest } from '../../request-context.ts'

/** By which a person can try where nobody knows how they may sign in. */
const PASSWORD: SignInWays = { password: true, provider: null }

export const signInWaysQuery = (request: ServiceRequest) =>
  queryOptions({
    // Among what is known of the session, for that alone is not forgotten while nobody is signed in.
    queryKey: ['session', 'ways'],
    queryFn: () => request(getSignInWays),
    staleTime: Infinity,
    throwOnError: false,
  })

/** How people may sign in; undefined until that is known. */
export function useSignInWays(): SignInWays | undefined {
  const { data, isError } = useQuery(signInWaysQuery(useRequest()))
  return isError ? PASSWORD : data
}
