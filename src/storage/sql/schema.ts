import type { Generated, Kysely } from 'kysely'
import type { BatchCondition, BatchFailure } from '#contract/batches.ts'
import type { RoleAssignment } from '#contract/users.ts'
import type { KeptRecord } from '#service/audit/chain.ts'
import type { ChainLink } from '#service/audit/store.ts'
import type { StoredToken } from '#service/profile-auth/store.ts'
import type { CallCount, StoredCaller } from '#service/callers/store.ts'
import type { BatchKey, BatchStatus, NewBatch } from '#service/batches/store.ts'
import type { StoredDelivery, StoredTarget } from '#service/notices/store.ts'
import type { StoredProfile } from '#service/profiles/store.ts'
import type { StoredSettings } from '#service/settings/store.ts'
import type { StoredOidcSignIn } from '#service/sign-in/oidc/store.ts'
import type { StoredCeremony, StoredPasskey } from '#service/passkeys/store.ts'
import type { StoredSession } from '#service/sign-in/store.ts'
import type { StoredIdentity, StoredInvitation, StoredSetUpLink, StoredUser } from '#service/users/store.ts'
import type { StoredWorkspace } from '#service/workspaces/store.ts'
import type { Count } from './counts.ts'
import type { StagedChunk } from './staged-chunk.ts'

/**
 * The tables by their names in code; in the database both tables and columns are snake_case. Switches are 0 or 1,
 * instants milliseconds since 1970, and what is a structure in code is JSON text.
 */
export type Tables = {
  clientSettings: Omit<StoredSettings, 'settings'> & {
    enableProfileApiAuthentication: number
    /** JSON of the settings that have no column. */
    otherSettings: string
  }
  tokens: Omit<StoredToken, 'isEndedForGood'> & { isEndedForGood: number }
  auditRecords: KeptRecord & ChainLink & { sequence: Generated<number> }
  /** The last record of each chain; of the records that name no client under an empty code. */
  auditChains: ChainLink & { clientCode: string }
  workspaces: StoredWorkspace
  users: Omit<StoredUser, 'sysadmin' | 'roles' | 'suspended'> & {
    sysadmin: number
    /** Null, with the two beside it, for someone who is not suspended. */
    suspendedAt: number | null
    suspendedBy: string | null
    suspendedById: string | null
  }
  invitations: Omit<StoredInvitation, 'sysadmin' | 'roles'> & { sysadmin: number }
  invitationRoles: RoleAssignment & { invitationId: string }
  /** By which records know them on. */
  removedUsers: { id: string; name: string; removedAt: number }
  userRoles: RoleAssignment & { userId: string }
  identities: StoredIdentity
  setUpLinks: StoredSetUpLink
  sessions: StoredSession
  oidcSignIns: StoredOidcSignIn
  oidcSessions: { sessionId: string; sealedIdToken: Uint8Array }
  /** The rest stands in the identity that it is. */
  passkeys: Omit<
    StoredPasskey,
    'publicKey' | 'createdAt' | 'transports' | 'isBackupEligible' | 'isBackedUp'
  > & { transports: string; isBackupEligible: number; isBackedUp: number }
  recoveryCodes: { userId: string; codeSha256: string }
  ceremonies: StoredCeremony
  /** In PostgreSQL alone. */
  limitCounts: Count & { key: string }
  batches: Omit<NewBatch, 'idKind' | 'caller'> &
    Omit<BatchStatus, 'state'> & {
      /** Order of arrival, in which batches are applied. */
      sequence: Generated<number>
      state: BatchCondition | 'receiving'
      /** Empty for a refused upload, because the column can hold no null. */
      idKind: string
      /** Null, like what follows, for a batch from before it was kept. */
      callerId: string | null
      callerAddress: string | null
      callerUserAgent: string | null
      /** Null while something of it is left to be applied. */
      finishedAt: number | null
      /** Null unless it was refused. */
      refusal: string | null
      /** Null, with the two beside it, while no person has done anything about it. */
      lastAct: string | null
      lastActBy: string | null
      lastActAt: number | null
      /** While it is received the most that it can have, then what it has. */
      reservedBytes: number
      /** Which row was applied last, while sorted runs are being merged; null with the one beside it otherwise. */
      appliedId: string | null
      appliedLine: number | null
      /** Of its next chunk, in a row. */
      failedAttempts: number
      /** Null unless it is stuck or was given up, and for one that became so before this was kept. */
      stuckAt: number | null
    }
  batchChunks: BatchKey &
    StagedChunk & {
      /** Line of the first page of the sorted run that it is a page of; null where it is none, and is to be applied by line. */
      run: number | null
    }
  batchFailures: BatchKey & BatchFailure
  profiles: Omit<StoredProfile, 'attributes'> & {
    /** JSON of `{name: [value, modifiedAt]}`. */
    attributes: string
  }
  callers: StoredCaller & { clientCode: string }
  /** Besides these a column for each hour of the day, `h00` to `h23`, of how many calls. */
  callCounts: Omit<CallCount, 'isRefused' | 'tokenId' | 'hour' | 'calls'> & {
    clientCode: string
    isRefused: number
    /** Empty for none, because a key can hold no null. */
    tokenId: string
  }
  noticeTargets: Omit<StoredTarget, 'kinds'> & { kinds: string }
  noticeDeliveries: Omit<StoredDelivery, 'notice' | 'failure' | 'receipt'> & {
    notice: string
    failure: string | null
    receipt: string | null
  }
  keyChecks: { sealed: Uint8Array }
}

export type Database = Kysely<Tables>
