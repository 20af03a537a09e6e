import * as v from 'valibot'

/** Roles held in a workspace, the lowest first. Source: wire fact A16; `admin` is the workspace's administrator. */
export const Role = v.picklist(['observer', 'editor', 'publisher', 'approver', 'admin'])
export type Role = v.InferOutput<typeof Role>

/** What a person may do here; which role may do what stands in `service/permissions.ts`. */
export const Permission = v.picklist([
  'settings.view',
  'settings.update',
  'token.view',
  'token.generate',
  'batches.view',
  'batches.send',
  'profiles.view',
  'batches.update',
  'callers.view',
  'callers.update',
  'notices.view',
  'notices.update',
  'audit.view',
  'users.view',
  'users.invite',
  'users.manage',
  'workspaces.manage',
])
export type Permission = v.InferOutput<typeof Permission>
