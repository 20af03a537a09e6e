import type { AuditRecord } from '#service/audit/store.ts'
import { joined } from '#service/users/held.ts'
import { canGive, type Scope } from '#service/users/scope.ts'
import { byWorkspace } from './by-workspace.ts'
import type { InvitationStore, StoredIdentity, StoredInvitation, StoredUser } from '#service/users/store.ts'

type People = {
  invitations: Map<string, StoredInvitation>
  users: Map<string, StoredUser>
  /** @returns false, with nothing stored, where there is one of that key */
  addIdentity: (identity: StoredIdentity) => boolean
  areWorkspaces: (roles: StoredUser['roles']) => boolean
  isMakerAble: (makerId: string | null, can: (scope: Scope) => boolean) => boolean
}

export function memoryInvitations(
  { invitations, users, addIdentity, areWorkspaces, isMakerAble }: People,
  record: (audit: AuditRecord) => void,
): InvitationStore {
  const findByCode = (codeSha256: string) =>
    invitations.values().find((invitation) => invitation.codeSha256 === codeSha256)

  const canStillBeGiven = (invitation: StoredInvitation) =>
    isMakerAble(invitation.invitedById, (scope) => canGive(scope, invitation))

  const put = (invitation: StoredInvitation) =>
    invitations.set(invitation.id, { ...invitation, roles: byWorkspace(invitation) })

  return {
    find: async (id) => invitations.get(id),
    findByCode: async (codeSha256) => findByCode(codeSha256),
    list: async () => [...invitations.values()],

    async add(added, isSeen, audits) {
      if (!added.every(({ roles }) => areWorkspaces(roles))) return 'no-such-workspace'
      const known = [...users.values(), ...invitations.values()].filter(isSeen)
      if (added.some(({ email }) => known.some((one) => one.email === email))) return 'taken'
      for (const invitation of added) put(invitation)
      for (const audit of audits) record(audit)
      return 'done'
    },

    async replace(before, after, audit) {
      if (invitations.get(before.id)?.codeSha256 !== before.codeSha256) return false
      invitations.delete(before.id)
      for (const invitation of after) put(invitation)
      record(audit)
      return true
    },

    async acceptAsNew(codeSha256, user, identity, audit) {
      const invitation = findByCode(codeSha256)
      if (!invitation || !canStillBeGiven(invitation)) return 'gone'
      if (users.values().some(({ email }) => email === user.email)) return 'taken'
      if (!addIdentity(identity)) return 'known'
      invitations.delete(invitation.id)
      users.set(user.id, { ...user, roles: byWorkspace(user) })
      record(audit)
      return 'done'
    },

    async acceptAs(codeSha256, userId, audit) {
      const [invitation, user] = [findByCode(codeSha256), users.get(userId)]
      if (!invitation || !user || !canStillBeGiven(invitation)) return false
      invitations.delete(invitation.id)
      users.set(userId, { ...user, ...joined(user, invitation) })
      record(audit)
      return true
    },

    async endExpiredLinks(now) {
      for (const invitation of invitations.values()) {
        if (invitation.linkExpiresAt > now) continue
        invitations.set(invitation.id, { ...invitation, codeSha256: null })
      }
    },
  }
}
