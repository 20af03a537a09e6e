import type { ListedUser, UserState } from '#contract/users.ts'
import { sha256Hex } from '#service/sha256.ts'
import { etagOf } from '../http/etag.ts'
import { rolesWithin, type Scope } from './scope.ts'
import type { StoredInvitation, StoredUser } from './store.ts'

/** A user as someone sees them who administers there. */
export function listedUser(scope: Scope, user: StoredUser): ListedUser {
  const { suspended } = user
  return listed(scope, user, {
    state:
      suspended === null
        ? { kind: 'active' }
        : { kind: 'suspended', since: isoOf(suspended.at), by: suspended.by },
    lastSeenAt: user.lastSeenAt === null ? null : isoOf(user.lastSeenAt),
  })
}

/** The same of someone who is invited. */
export function listedInvitation(scope: Scope, invitation: StoredInvitation): ListedUser {
  const { invitedAt, invitedBy, linkExpiresAt } = invitation
  return listed(scope, invitation, {
    state: {
      kind: 'invited',
      invitedAt: isoOf(invitedAt),
      by: invitedBy,
      linkExpiresAt: isoOf(linkExpiresAt),
    },
    lastSeenAt: null,
  })
}

/** The entity tag is made of what is seen alone, so that it tells nothing of what happens elsewhere. */
function listed(
  scope: Scope,
  { id, name, email, sysadmin, roles: all }: StoredUser | StoredInvitation,
  standing: { state: UserState; lastSeenAt: string | null },
): ListedUser {
  const roles = rolesWithin(scope, all).map(({ workspace, role }) => ({ workspace, role }))
  const seen = JSON.stringify([id, name, email, sysadmin, roles, standing.state])
  return { id, name, email, sysadmin, roles, ...standing, etag: etagOf(sha256Hex(seen).slice(0, 16)) }
}

const isoOf = (ms: number) => new Date(ms).toISOString()
