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
import {
  addPasskey,
  listPasskeys,
  makeRecoveryCodes,
  removePasskey,
  renamePasskey,
  startAddingPasskey,
} from '#contract/passkeys.ts'
import type { Session } from '#contract/sign-in.ts'
import { makePasskey } from '../../passkeys/authenticator.ts'
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

export const passkeysQuery = (request: ServiceRequest) =>
  queryOptions({ queryKey: ['account', 'passkeys'], queryFn: () => request(listPasskeys) })

/** Has the browser make a passkey of that name. */
export const addPasskeyMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: async (name: string) => {
      const credential = await makePasskey(await request(startAddingPasskey))
      return request(addPasskey, { body: { name, credential } })
    },
    gcTime: 0, // the recovery codes leave memory with the card
  })

export const renamePasskeyMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: ({ passkeyId, name }: { passkeyId: string; name: string }) =>
      request(renamePasskey, { path: { passkeyId }, body: { name } }),
  })

export const removePasskeyMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: (passkeyId: string) => request(removePasskey, { path: { passkeyId } }),
  })

export const makeRecoveryCodesMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: () => request(makeRecoveryCodes),
    gcTime: 0, // the codes leave memory with the card
  })
