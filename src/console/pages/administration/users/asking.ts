import type { ListedUser } from '#contract/users.ts'
import type { Act } from './queries.ts'

/** What stays when somebody is removed. */
export const INVITE_ID = 'invite-people'

/** What is asked about someone, as they were shown then. */
export type AskingOfPerson =
  { kind: 'person'; user: ListedUser } | { kind: 'act'; act: Exclude<Act, 'reinstate'>; user: ListedUser }

/** What the person is asked, or shown once. */
export type Asking = AskingOfPerson | { kind: 'link'; user: ListedUser } | { kind: 'workspaces' }
