import { acceptInvitation } from '#contract/invitations.ts'
import { setUp } from '#contract/set-up.ts'
import { describeSetUpLink } from '#contract/set-up.ts'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { ApiError } from '#client/api-error.ts'
import type { ServiceRequest } from '#client/request.ts'
import type { SetUpInput } from '#contract/set-up.ts'
import { moveFocusOn } from '../../return-focus.ts'

/**
 * Whom the link is for. The code is a secret: it is in no key, and the answer is asked for once.
 *
 * @param opening which opening of a link in this tab it is: what was answered for another one tells nothing of it
 */
export const setUpLinkQuery = (request: ServiceRequest, code: string, opening: number) =>
  queryOptions({
    queryKey: ['set-up-link', opening],
    queryFn: () => request(describeSetUpLink, { body: { code } }),
    staleTime: Infinity,
    gcTime: 0,
    throwOnError: (error) => !(error instanceof ApiError && error.kind === 'refused'),
  })

export const setUpMutation = (request: ServiceRequest) =>
  mutationOptions({
    mutationFn: (body: SetUpInput) => request(setUp, { body }),
    meta: { news: 'signed-in' },
    onSuccess: (_session, _input, _before, { client }) => {
      client.clear()
      moveFocusOn()
    },
    gcTime: 0, // the password and the code leave memory with the form
  })

/** Accepts as whoever is signed in. */
export const acceptMutation = (request: ServiceRequest) =>
  mutationOptions({
    mutationFn: (code: string) => request(acceptInvitation, { body: { code } }),
    meta: { news: 'changed' },
    onSuccess: (_nothing, _code, _before, { client }) => {
      client.clear()
      moveFocusOn()
    },
    gcTime: 0, // the code leaves memory with the form
  })
