import type { ListedUser, SetRolesInput } from '#contract/users.ts'
import type { Act } from './queries.ts'

/** What the person is asked, or shown once. */
export type Asking =
  | { kind: 'person'; user: ListedUser }
  | { kind: 'link'; user: ListedUser }
  | { kind: 'act'; act: Exclude<Act, 'reinstate'>; user: ListedUser }
  | { kind: 'lower'; user: ListedUser; held: SetRolesInput }
  | { kind: 'workspaces' }
