import * as v from 'valibot'
import { operation } from './operation.ts'
import { Role, RoleAssignment } from './roles.ts'

export const User = v.object({
  id: v.string(),
  name: v.string(),
  email: v.string(),
  /** Administrator of the product: every permission in every workspace, and the only one who gives roles. */
  sysadmin: v.boolean(),
  /** One in each workspace. */
  roles: v.array(v.object({ workspace: v.string(), role: Role })),
})
export type User = v.InferOutput<typeof User>

export const Email = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(254, 'at most 254 characters'),
  v.email('an e-mail address such as ana@example.com'),
)

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

const Roles = v.pipe(
  v.array(RoleAssignment),
  v.maxLength(100, 'at most 100 roles'),
  v.check(
    (roles) => new Set(roles.map((assignment) => assignment.workspace)).size === roles.length,
    'one role in each workspace',
  ),
)

/** A new user starts as an observer of the default workspace. Source: wire fact A16. */
export const CreateUserInput = v.strictObject({
  name: PersonName,
  email: Email,
  sysadmin: v.optional(v.boolean(), false),
  roles: v.optional(Roles, [{ workspace: 'default', role: 'observer' }]),
})
export type CreateUserInput = v.InferOutput<typeof CreateUserInput>

/** Replaces what a user holds. */
export const SetRolesInput = v.strictObject({ sysadmin: v.boolean(), roles: Roles })
export type SetRolesInput = v.InferOutput<typeof SetRolesInput>

export const UserList = v.object({ users: v.array(User) })
export type UserList = v.InferOutput<typeof UserList>

/** A one-time link with which a person chooses their password. `expiresAt`: ISO 8601 in UTC. */
export const SetUpLink = v.object({ setUpUrl: v.string(), expiresAt: v.string() })
export type SetUpLink = v.InferOutput<typeof SetUpLink>

export const CreatedUser = v.object({ user: User, setUpUrl: v.string(), expiresAt: v.string() })
export type CreatedUser = v.InferOutput<typeof CreatedUser>

export const listUsers = operation({
  id: 'listUsers',
  family: 'console',
  method: 'GET',
  path: '/console/v1/users',
  summary: 'List users',
  description: 'Everyone who may sign in or is invited to, by name, with what they hold.',
  permission: 'users.manage',
  status: 200,
  output: UserList,
  refusals: [],
})

export const createUser = operation({
  id: 'createUser',
  family: 'console',
  method: 'POST',
  path: '/console/v1/users',
  summary: 'Invite a user',
  description:
    'Makes a user, and the one-time link with which they choose their password; the link is answered here and nowhere else.',
  body: CreateUserInput,
  permission: 'users.manage',
  freshSignIn: 'always',
  status: 201,
  output: CreatedUser,
  refusals: ['conflict'],
})

export const setRoles = operation({
  id: 'setRoles',
  family: 'console',
  method: 'PUT',
  path: '/console/v1/users/:userId/roles',
  summary: 'Replace what a user holds',
  description:
    'Counts from their next request on. Where it takes something away, a set-up link that they have not used ends. The last system administrator who can sign in cannot be lowered.',
  body: SetRolesInput,
  permission: 'users.manage',
  freshSignIn: 'always',
  status: 200,
  output: User,
  refusals: ['not-found', 'conflict'],
})

export const makeSetUpLink = operation({
  id: 'makeSetUpLink',
  family: 'console',
  method: 'POST',
  path: '/console/v1/users/:userId/set-up-link',
  summary: 'Make a new set-up link',
  description: 'For someone who lost their password or their first link; the earlier link ends.',
  permission: 'users.manage',
  freshSignIn: 'always',
  status: 201,
  output: SetUpLink,
  refusals: ['not-found'],
})
