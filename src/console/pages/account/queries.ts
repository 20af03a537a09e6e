import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { ServiceRequest } from '#client/request.ts'
import {
  changeName,
  changePassword,
  type ChangePasswordInput,
  endOtherSessions,
  endOwnSession,
  getAccount,
} from '#contract/account.ts'
import type { Session } from '#contract/sign-in.ts'
import { noteSession } from '../../session.ts'

export const accountQuery = (request: ServiceRequest) =>
  queryOptions({ queryKey: ['account'], queryFn: () => request(getAccount) })

/** However it ends the account is loaded anew: after a failure it may have been done all the same. */
const changing = {
  onSettled: (_answer: unknown, _error: unknown, _input: unknown, _before: unknown, context: WithClient) =>
    context.client.invalidateQueries({ queryKey: ['account'] }),
}
type WithClient = { client: QueryClient }

const noted = (session: Session, _input: unknown, _before: unknown, { client }: WithClient) => {
  noteSession(client, { kind: 'signed-in', session })
}

export const changeNameMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: (name: string) => request(changeName, { body: { name } }),
    onSuccess: noted,
    meta: { news: 'changed' },
  })

export const changePasswordMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: (body: ChangePasswordInput) => request(changePassword, { body }),
    onSuccess: noted,
    gcTime: 0, // the passwords leave memory with the form
  })

/** Ends one of the person's sessions; null: all but this one. */
export const endSessionsMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: (sessionId: string | null) =>
      sessionId === null ? request(endOtherSessions) : request(endOwnSession, { path: { sessionId } }),
  })
