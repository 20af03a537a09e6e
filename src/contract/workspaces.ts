import * as v from 'valibot'
import { operation } from './operation.ts'
import { Role } from './roles.ts'
import { PersonName } from './users.ts'

/** Most workspaces, and so most roles that one person can hold. */
export const MOST_WORKSPACES = 100

/** Where everyone begins; it can be renamed, and not removed. Source: wire fact A16. */
export const DEFAULT_WORKSPACE = 'default'

export const Workspace = v.object({
  /** Stays the same whatever the workspace is called. */
  id: v.string(),
  name: v.string(),
  /** What the one who asks holds there; null for a system administrator who holds none. */
  role: v.nullable(Role),
  /** Who holds a role there, and who is invited to; null for someone who does not administer it. */
  people: v.nullable(v.number()),
  /** What to send as `If-Match` with a change that builds on this answer. */
  etag: v.string(),
})
export type Workspace = v.InferOutput<typeof Workspace>

export const Workspaces = v.object({
  /** By name. */
  workspaces: v.array(Workspace),
})
export type Workspaces = v.InferOutput<typeof Workspaces>

export const WorkspaceInput = v.strictObject({ name: PersonName })
export type WorkspaceInput = v.InferOutput<typeof WorkspaceInput>

export const listWorkspaces = operation({
  id: 'listWorkspaces',
  family: 'console',
  method: 'GET',
  path: '/console/v1/workspaces',
  summary: 'List workspaces',
  description: 'Those in which the caller holds a role; for a system administrator all.',
  permission: 'signed-in',
  status: 200,
  output: Workspaces,
  refusals: [],
})

export const addWorkspace = operation({
  id: 'addWorkspace',
  family: 'console',
  method: 'POST',
  path: '/console/v1/workspaces',
  summary: 'Make a workspace',
  description: 'Of each name there is one, whatever its case.',
  body: WorkspaceInput,
  permission: 'workspaces.manage',
  status: 201,
  output: Workspace,
  refusals: ['name-taken', 'too-many-workspaces'],
})

export const renameWorkspace = operation({
  id: 'renameWorkspace',
  family: 'console',
  method: 'PUT',
  path: '/console/v1/workspaces/:workspaceId',
  summary: 'Rename a workspace',
  description: 'Its id stays.',
  headers: v.object({
    'If-Match': v.pipe(v.string(), v.description('The `etag` that the change builds on.')),
  }),
  body: WorkspaceInput,
  permission: 'workspaces.manage',
  status: 200,
  output: Workspace,
  refusals: ['not-found', 'precondition-failed', 'name-taken'],
})

export const removeWorkspace = operation({
  id: 'removeWorkspace',
  family: 'console',
  method: 'DELETE',
  path: '/console/v1/workspaces/:workspaceId',
  summary: 'Remove a workspace',
  description:
    'Once nobody holds a role there and nobody is invited to. The workspace `default`, where everyone begins, stays.',
  permission: 'workspaces.manage',
  status: 204,
  refusals: ['not-found', 'conflict'],
})
