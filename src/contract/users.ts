import * as v from 'valibot'
import { Email, PersonName, RoleAssignment, User } from './session.ts'

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

export const CreatedUser = v.object({ user: User, ...SetUpLink.entries })
export type CreatedUser = v.InferOutput<typeof CreatedUser>
