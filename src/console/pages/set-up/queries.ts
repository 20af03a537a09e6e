import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { ApiError } from '#client/api-error.ts'
import type { Api } from '#client/api.ts'
import type { SetUpInput } from '#contract/session.ts'
import { moveFocusOn } from '../../return-focus.ts'

/** Whom the link is for. The code is a secret: it is in no key, and the answer is asked for once. */
export const setUpLinkQuery = (api: Api, code: string) =>
  queryOptions({
    queryKey: ['set-up-link'],
    queryFn: () => api.getSetUpLink(code),
    enabled: code !== '',
    staleTime: Infinity,
    gcTime: 0,
    throwOnError: (error) => !(error instanceof ApiError && error.kind === 'refused'),
  })

export const setUpMutation = (api: Api) =>
  mutationOptions({
    mutationFn: (input: SetUpInput) => api.setUp(input),
    meta: { news: 'signed-in' },
    onSuccess: (_session, _input, _before, { client }) => {
      client.clear()
      moveFocusOn()
    },
    gcTime: 0, // the password and the code leave memory with the form
  })
