import {
  DEFAULT_WORKSPACE,
  MOST_WORKSPACES,
  type Workspace,
  type WorkspaceInput,
  type Workspaces,
} from '#contract/workspaces.ts'
import { lastChange } from '../users/last-change.ts'
import { auditRecord } from '../audit/record.ts'
import type { AuditStore } from '../audit/store.ts'
import type { SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { etagOf, matchesEtag } from '../http/etag.ts'
import type { Random } from '../ports.ts'
import { newId } from '../secrets.ts'
import { isWithin, scopeOf } from '../users/scope.ts'
import type { InvitationStore, UserStore } from '../users/store.ts'
import { nameKey } from './name-key.ts'
import type { StoredWorkspace, WorkspaceStore } from './store.ts'

export type WorkspaceNeeds = {
  workspaces: WorkspaceStore
  users: UserStore
  invitations: InvitationStore
  audit: AuditStore
  random: Random
}

type Seeing = Pick<WorkspaceNeeds, 'workspaces' | 'users' | 'invitations'>

/** Those that the caller knows of, by name. */
export async function listWorkspaces(needs: Seeing, context: SignedInContext): Promise<Workspaces> {
  const { user } = context.actor
  const all = await needs.workspaces.list()
  const known = all.filter(({ id }) => user.sysadmin || user.roles.some(({ workspace }) => workspace === id))
  const shown = await shownTo(needs, context, known)
  return { workspaces: shown.toSorted((one, other) => (nameKey(one.name) < nameKey(other.name) ? -1 : 1)) }
}

/** @throws ServiceError `name-taken`, `too-many-workspaces` */
export async function addWorkspace(
  needs: WorkspaceNeeds,
  context: SignedInContext,
  { name }: WorkspaceInput,
): Promise<Workspace> {
  const ids = (await needs.workspaces.list()).map(({ id }) => id)
  const workspace = { id: newWorkspaceId(needs, name, ids), name, revision: 1 }
  const record = auditRecord(needs, context, 'workspace.added', workspace.id, { name })
  const added = await needs.workspaces.add(workspace, MOST_WORKSPACES, record)
  if (added === 'id-taken') return addWorkspace(needs, context, { name })
  if (added === 'name-taken') throw nameTaken()
  if (added === 'too-many') {
    throw new ServiceError(
      'too-many-workspaces',
      `There are ${MOST_WORKSPACES} workspaces, which is the most. Remove one of them first.`,
    )
  }
  return shownOne(needs, context, workspace)
}

/**
 * @param ifMatch the request's `If-Match`
 * @throws ServiceError `not-found`, `precondition-failed`, `name-taken`
 */
export async function renameWorkspace(
  needs: WorkspaceNeeds,
  context: SignedInContext,
  id: string,
  { name }: WorkspaceInput,
  ifMatch: string,
): Promise<Workspace> {
  const before = await existingWorkspace(needs, context, id)
  if (!matchesEtag(ifMatch, etagOf(before.revision))) throw await changedSince(needs, context, id)
  if (name === before.name) return shownOne(needs, context, before)
  const next = { id, name, revision: before.revision + 1 }
  const record = auditRecord(needs, context, 'workspace.renamed', id, { before: before.name, name })
  const changed = await needs.workspaces.change(next, record)
  if (changed === 'name-taken') throw nameTaken()
  if (changed === 'changed') throw await changedSince(needs, context, id)
  return shownOne(needs, context, next)
}

/** @throws ServiceError `not-found`, `conflict` while it is held, and for the one where everyone begins */
export async function removeWorkspace(
  needs: WorkspaceNeeds,
  context: SignedInContext,
  id: string,
): Promise<void> {
  const { name } = await existingWorkspace(needs, context, id)
  if (id === DEFAULT_WORKSPACE) {
    throw new ServiceError('conflict', 'This is the workspace where everyone begins. It can be renamed.')
  }
  const record = auditRecord(needs, context, 'workspace.removed', id, { name })
  const removed = await needs.workspaces.remove(id, record)
  if (removed === 'gone') throw await noSuchWorkspace(needs, context, id)
  if (removed === 'held') {
    throw new ServiceError('conflict', 'Someone holds a role there, or is invited to. Take that away first.')
  }
}

/** Of the letters of the name that an id may have, so that it can be read in a record and a setting. */
function newWorkspaceId({ random }: Pick<WorkspaceNeeds, 'random'>, name: string, taken: string[]): string {
  const letters = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const words = letters.split(/[^a-z0-9]+/).filter((word) => word !== '')
  const id = words.join('-').slice(0, 40)
  return id === '' || taken.includes(id) ? `${id}-${newId(random)}`.replace(/^-/, '') : id
}

async function shownOne(needs: Seeing, context: SignedInContext, workspace: StoredWorkspace) {
  const [shown] = await shownTo(needs, context, [workspace])
  if (shown === undefined) throw new Error('A workspace that was just stored is not shown.')
  return shown
}

async function shownTo(
  { users, invitations }: Seeing,
  { actor }: SignedInContext,
  workspaces: StoredWorkspace[],
): Promise<Workspace[]> {
  const scope = scopeOf(actor)
  const [people, invited] = await Promise.all([users.list(), invitations.list()])
  const roles = [...people, ...invited].flatMap((one) => one.roles)
  const counts = Map.groupBy(roles, ({ workspace }) => workspace)
  return workspaces.map(({ id, name, revision }) => ({
    id,
    name,
    role: actor.user.roles.find(({ workspace }) => workspace === id)?.role ?? null,
    people: isWithin(scope, id) ? (counts.get(id)?.length ?? 0) : null,
    etag: etagOf(revision),
  }))
}

async function existingWorkspace(needs: WorkspaceNeeds, context: SignedInContext, id: string) {
  const workspace = (await needs.workspaces.list()).find((one) => one.id === id)
  if (workspace === undefined) throw await noSuchWorkspace(needs, context, id)
  return workspace
}

async function noSuchWorkspace(needs: Pick<WorkspaceNeeds, 'audit'>, context: SignedInContext, id: string) {
  const first = await lastChange(needs, context, 'workspace', id)
  return new ServiceError('not-found', 'There is no such workspace.', { first })
}

const nameTaken = () =>
  new ServiceError('name-taken', 'There is a workspace of this name already.', {
    fields: { name: 'is taken' },
  })

async function changedSince(needs: Pick<WorkspaceNeeds, 'audit'>, context: SignedInContext, id: string) {
  const first = await lastChange(needs, context, 'workspace', id)
  return new ServiceError(
    'precondition-failed',
    'Someone changed this after what you saw. Look at it again.',
    { first },
  )
}
