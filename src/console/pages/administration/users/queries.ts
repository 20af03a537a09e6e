import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { ServiceRequest } from '#client/request.ts'
import { resetSecondStep } from '#contract/passkeys.ts'
import {
  type InviteInput,
  inviteUsers,
  type MadeLink,
  makeSetUpLink,
  renewInvitation,
  withdrawInvitation,
} from '#contract/invitations.ts'
import type { Language } from '#contract/languages.ts'
import {
  type ListedUser,
  listUsers,
  reinstateUser,
  removeUser,
  revokeSessions,
  setRoles,
  type SetRolesInput,
  suspendUser,
  type UserList,
} from '#contract/users.ts'
import {
  addWorkspace,
  listWorkspaces,
  removeWorkspace,
  renameWorkspace,
  type Workspace,
} from '#contract/workspaces.ts'
import { youngFor } from '../../../young-for.ts'
import { askedBy, type Filters } from './filters.ts'

/** A list that is asked for leaves a record, so a return to the page within this time asks for none. */
const FRESH_MS = 60_000

const withFollowing = (list: UserList, following: UserList): UserList => ({
  ...list,
  users: [...list.users, ...following.users],
  cursor: following.cursor,
})

/** The people whom the filters let through: anew as many as are shown already. */
export const usersQuery = (request: ServiceRequest, filters: Filters) =>
  queryOptions({
    queryKey: ['users', filters],
    queryFn: async ({ client, queryKey }) => {
      const shown = client.getQueryData<UserList>(queryKey)?.users.length ?? 0
      const complete = async (list: UserList): Promise<UserList> => {
        if (list.cursor === null || list.users.length >= shown) return list
        const query = { ...askedBy(filters), cursor: list.cursor }
        return complete(withFollowing(list, await request(listUsers, { query })))
      }
      return complete(await request(listUsers, { query: askedBy(filters) }))
    },
    staleTime: youngFor(FRESH_MS),
  })

/** Shows the people who follow those that are shown. */
export const showMoreMutation = (request: ServiceRequest) =>
  mutationOptions({
    mutationFn: ({ filters, cursor }: { filters: Filters; cursor: string }) =>
      request(listUsers, { query: { ...askedBy(filters), cursor } }),
    onSuccess: (following, { filters, cursor }, _shown, { client }) => {
      client.setQueryData(usersQuery(request, filters).queryKey, (known) =>
        known?.cursor === cursor ? withFollowing(known, following) : known,
      )
    },
  })

export const workspacesQuery = (request: ServiceRequest) =>
  queryOptions({
    queryKey: ['workspaces'],
    queryFn: async () => (await request(listWorkspaces)).workspaces,
  })

/** However a change ends, all is loaded anew: it may have been made all the same, and may be about the person themselves. */
const changing = {
  meta: { news: 'changed' },
  onSettled: async (
    _answer: unknown,
    error: unknown,
    _input: unknown,
    _before: unknown,
    { client }: { client: QueryClient },
  ) => {
    const loaded = client.invalidateQueries()
    // That it failed is said at once, however long it takes to know what is true.
    if (error === null) await loaded
  },
} as const

export const inviteMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: async (body: InviteInput) => (await request(inviteUsers, { body })).invitations,
    gcTime: 0, // the links leave memory with the component that shows them
  })

type LinkInput = { user: ListedUser; sendIn: Language | undefined }

/** A new link: of an invitation, or for a new password. */
export const makeLinkMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: async ({ user: { id, state }, sendIn }: LinkInput): Promise<MadeLink> => {
      const body = sendIn === undefined ? {} : { sendIn }
      return state.kind === 'invited'
        ? request(renewInvitation, { path: { invitationId: id }, body })
        : request(makeSetUpLink, { path: { userId: id }, body })
    },
    gcTime: 0, // as above
  })

/** Replaces what someone holds, as it was seen. */
export const setRolesMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: ({ user: { id, etag }, held }: { user: ListedUser; held: SetRolesInput }) =>
      request(setRoles, { path: { userId: id }, headers: { 'If-Match': etag }, body: held }),
  })

/** What is done with a person at once. */
export type Act = 'suspend' | 'reinstate' | 'remove' | 'withdraw' | 'sign-out' | 'take-passkeys'

export const actMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: async ({ act, user: { id } }: { act: Act; user: ListedUser }): Promise<unknown> => {
      const path = { userId: id }
      if (act === 'suspend') return request(suspendUser, { path })
      if (act === 'reinstate') return request(reinstateUser, { path })
      if (act === 'remove') return request(removeUser, { path })
      if (act === 'sign-out') return request(revokeSessions, { path })
      if (act === 'take-passkeys') return request(resetSecondStep, { path })
      return request(withdrawInvitation, { path: { invitationId: id } })
    },
  })

/** A new workspace, or another name for one as it was seen. */
export const saveWorkspaceMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: ({ seen, name }: { seen: Workspace | null; name: string }) =>
      seen === null
        ? request(addWorkspace, { body: { name } })
        : request(renameWorkspace, {
            path: { workspaceId: seen.id },
            headers: { 'If-Match': seen.etag },
            body: { name },
          }),
  })

export const removeWorkspaceMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: ({ id }: Workspace) => request(removeWorkspace, { path: { workspaceId: id } }),
  })
