import * as v from 'valibot'
import { operation } from './operation.ts'
import { Role } from './roles.ts'
import { User } from './user.ts'

/** Of a line, and those that turn the direction in which other people's text is read. */
const CONTROLS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
/** All that nobody sees, or that stands on something else only; U+2800 is the Braille blank. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{C}\p{M}\p{Z}\u2800]/gu

/** In characters. */
export const LONGEST_NAME = 100

/** Shown to others, who are to see it and nothing changed by it. Joiners within a name are its own (Persian, emoji). */
export const PersonName = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'a name'),
  v.maxLength(LONGEST_NAME, `at most ${LONGEST_NAME} characters`),
  v.check((name) => !CONTROLS.test(name), 'a name without control characters or marks of direction'),
  v.check((name) => name.replaceAll(INVISIBLE, '') !== '', 'a name that can be seen'),
)

export const RoleAssignment = v.strictObject({
  /** A workspace's identifier; an installation starts with `default`. */
  workspace: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9-]{1,64}$/, 'lower-case letters, digits and hyphens, 1 to 64 characters'),
  ),
  role: Role,
})
export type RoleAssignment = v.InferOutput<typeof RoleAssignment>

/** What someone is to hold. At most 100 because there are no more workspaces (`MOST_WORKSPACES`). */
export const Roles = v.pipe(
  v.array(RoleAssignment),
  v.maxLength(100, 'at most 100 roles'),
  v.check(
    (roles) => new Set(roles.map((assignment) => assignment.workspace)).size === roles.length,
    'one role in each workspace',
  ),
)

/** Whether someone can sign in. `since`, `invitedAt` and `linkExpiresAt`: ISO 8601 in UTC; `by`: their name then. */
export const UserState = v.variant('kind', [
  v.object({ kind: v.literal('active') }),
  v.object({
    kind: v.literal('invited'),
    invitedAt: v.string(),
    by: v.string(),
    /** Until when their link works, or worked. */
    linkExpiresAt: v.string(),
  }),
  v.object({ kind: v.literal('suspended'), since: v.string(), by: v.string() }),
])
export type UserState = v.InferOutput<typeof UserState>

export const UserStateKind = v.picklist(
  ['active', 'invited', 'suspended'],
  'it is one of active, invited, suspended',
)
export type UserStateKind = v.InferOutput<typeof UserStateKind>

/**
 * Someone as those see them who administer: of the roles those that they may see. Who is invited is an invitation, with its
 * own id, until they accept it; `name` is empty where it was sent to an e-mail alone.
 */
export const ListedUser = v.object({
  ...User.entries,
  state: UserState,
  /** In a list, of someone whose roles the OpenID Connect provider gives anew at each sign-in: nobody changes them here. */
  hasRolesFromProvider: v.optional(v.literal(true)),
  /** To the minute, also after the session has ended; null for someone who has never signed in. */
  lastSeenAt: v.nullable(v.string()),
  /** What to send as `If-Match` with a change that builds on this answer. */
  etag: v.string(),
})
export type ListedUser = v.InferOutput<typeof ListedUser>

/** Most people in one answer. */
export const USERS_PAGE = 50

export const UserList = v.object({
  /** By name, then by e-mail. */
  users: v.array(ListedUser),
  /** Of those that search, role and workspace let through, whatever their state. */
  counts: v.object({ all: v.number(), active: v.number(), invited: v.number(), suspended: v.number() }),
  /** What to ask for more with; null at the end. */
  cursor: v.nullable(v.string()),
  /** Whether links can be sent by e-mail. */
  isMailSetUp: v.boolean(),
})
export type UserList = v.InferOutput<typeof UserList>

/** What someone holds: `sysadmin` is the product's administrator. */
export const RoleFilter = v.picklist(
  [...Role.options, 'sysadmin'],
  `it is one of ${[...Role.options, 'sysadmin'].join(', ')}`,
)
export type RoleFilter = v.InferOutput<typeof RoleFilter>

export const listUsers = operation({
  id: 'listUsers',
  family: 'console',
  method: 'GET',
  path: '/console/v1/users',
  summary: 'List people',
  description:
    'Everyone who holds a role in a workspace that the caller administers, or is invited to one, with what they hold there; for a system administrator everyone, with all that they hold. 50 at most, the others by `cursor`.',
  query: v.object({
    search: v.optional(
      v.pipe(
        v.string(),
        v.maxLength(200, 'at most 200 characters'),
        v.description('Words that name or e-mail have in them, whatever their case and accents.'),
      ),
    ),
    role: v.optional(v.pipe(RoleFilter, v.description('Who holds it, in `workspace` if that is given.'))),
    workspace: v.optional(v.pipe(v.string(), v.description('Id of a workspace in which they hold a role.'))),
    state: v.optional(UserStateKind),
    cursor: v.optional(
      v.pipe(
        v.string(),
        v.maxLength(4000),
        v.regex(/^(?:[0-9a-f]{2})+$/, 'it is one of an answer'),
        v.description('Goes on from there.'),
      ),
    ),
  }),
  permission: 'users.view',
  status: 200,
  output: UserList,
  refusals: [],
})

/** Replaces what someone holds in the workspaces that the caller administers; what they hold elsewhere stays. */
export const SetRolesInput = v.strictObject({ sysadmin: v.boolean(), roles: Roles })
export type SetRolesInput = v.InferOutput<typeof SetRolesInput>

export const setRoles = operation({
  id: 'setRoles',
  family: 'console',
  method: 'PUT',
  path: '/console/v1/users/:userId/roles',
  summary: 'Replace what someone holds',
  description:
    'In the workspaces that the caller administers: what the person holds elsewhere stays. Counts from their next request on. Where it takes something away, a set-up link that they have not used ends. The last system administrator who can sign in cannot be lowered.',
  headers: v.object({
    'If-Match': v.pipe(v.string(), v.description('The `etag` that the change builds on.')),
  }),
  body: SetRolesInput,
  permission: 'users.invite',
  freshSignIn: 'always',
  status: 200,
  output: ListedUser,
  refusals: ['roles-from-provider', 'not-found', 'precondition-failed', 'last-administrator'],
})

export const removeUser = operation({
  id: 'removeUser',
  family: 'console',
  method: 'DELETE',
  path: '/console/v1/users/:userId',
  summary: 'Remove someone',
  description:
    'Everything by which they get in ends at once. What is recorded of them keeps their name. The last system administrator who can sign in cannot be removed.',
  permission: 'users.manage',
  freshSignIn: 'always',
  status: 204,
  refusals: ['not-found', 'last-administrator'],
})

export const suspendUser = operation({
  id: 'suspendUser',
  family: 'console',
  method: 'POST',
  path: '/console/v1/users/:userId/suspend',
  summary: 'Suspend someone',
  description:
    'They cannot sign in until they are reinstated, and keep what they hold. Their sessions end at once, access tokens included, and so does a set-up link. The last system administrator who can sign in cannot be suspended.',
  permission: 'users.manage',
  status: 200,
  output: ListedUser,
  refusals: ['not-found', 'conflict', 'last-administrator'],
})

export const reinstateUser = operation({
  id: 'reinstateUser',
  family: 'console',
  method: 'POST',
  path: '/console/v1/users/:userId/reinstate',
  summary: 'Let someone who was suspended sign in again',
  description: 'With what they signed in with before.',
  permission: 'users.manage',
  freshSignIn: 'always',
  status: 200,
  output: ListedUser,
  refusals: ['not-found', 'conflict'],
})

export const revokeSessions = operation({
  id: 'revokeSessions',
  family: 'console',
  method: 'DELETE',
  path: '/console/v1/users/:userId/sessions',
  summary: 'Sign a user out everywhere',
  description:
    'Ends every session of the user at once, access tokens included, and the set-up link that they have not used.',
  permission: 'users.manage',
  status: 204,
  refusals: ['not-found'],
})
