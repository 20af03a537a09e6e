import * as v from 'valibot'
import { Language } from './languages.ts'
import { TargetKind } from './notice-deliveries.ts'
import { NoticeKind } from './notices.ts'
import { AuthorizationScope } from './profile-auth.ts'
import { ProfileIdKind } from './profiles.ts'
import { Permission, Role } from './roles.ts'
import { SignInMethod } from './sign-in.ts'

const Nothing = v.object({})

/** By the name of the field. `before` is absent in records that were made when it was not kept. */
const SettingsChanges = v.record(
  v.string(),
  v.object({ before: v.optional(v.unknown()), after: v.unknown() }),
)
export type SettingsChanges = v.InferOutput<typeof SettingsChanges>

/** `asked`: by the operator or the system; `failed`: it could only be started anew. */
const StopCause = v.picklist(['asked', 'failed'])
export type StopCause = v.InferOutput<typeof StopCause>

/** Of the refusals that leave a record by their code: `not-found` means a set-up code that is none, or no longer. */
export const RefusalCode = v.picklist(['forbidden', 'not-same-origin', 'too-many-requests', 'not-found'])

/** `address`: of a webhook its host alone, for the rest of it may be a secret. */
const Target = {
  kind: TargetKind,
  name: v.string(),
  address: v.string(),
  language: v.nullable(Language),
  kinds: v.array(NoticeKind),
}

const Held = { sysadmin: v.boolean(), roles: v.array(v.object({ workspace: v.string(), role: Role })) }

/**
 * What can happen that is worth a record, with what a record says of it besides who, when and where. The first word is
 * the thing, the second what was done to it. Never a secret, and never a sentence: it is told in five languages.
 */
export const auditDetails = {
  /** Of a process, the subject. */
  'service.started': v.object({ version: v.string() }),
  'service.stopped': v.object({ because: StopCause }),
  /** From SQLite to PostgreSQL. */
  'database.moved': Nothing,
  /** All tokens for good, sessions and set-up links, by a command. */
  'access.ended': Nothing,
  'settings.updated': v.object({ changes: SettingsChanges }),
  /** `replaces`: id of the token that it took the place of, null for none. */
  'token.generated': v.object({
    scope: AuthorizationScope,
    replaces: v.nullable(v.string()),
    /** How long the one before was let work on; absent where it was not. */
    overlapSeconds: v.optional(v.number()),
  }),
  /** Until when it worked before and works after it, milliseconds since 1970. */
  'token.extended': v.object({ before: v.number(), after: v.number() }),
  'token.ended': v.object({ forGood: v.boolean() }),
  /** Let work again; `worksUntil`: milliseconds since 1970. */
  'token.restored': v.object({ worksUntil: v.number() }),
  'token.viewed': v.object({ scope: AuthorizationScope }),
  /** `name`: null where it was taken away. The rest says who it is when the caller is no longer kept. */
  'caller.named': v.object({
    name: v.nullable(v.string()),
    address: v.nullable(v.string()),
    userAgent: v.nullable(v.string()),
  }),
  /** What of the log, as it was asked for; null for all. Instants are ISO 8601. */
  'audit.exported': v.object({
    format: v.picklist(['csv', 'json-lines']),
    person: v.nullable(v.string()),
    act: v.nullable(v.string()),
    from: v.nullable(v.string()),
    to: v.nullable(v.string()),
  }),
  /** The oldest, because they were older than is to be kept. */
  'audit.removed': v.object({
    count: v.number(),
    keptDays: v.number(),
    /** Of the last of them: what follows is chained to it. */
    position: v.number(),
    hash: v.string(),
    /** Whether these, or what was removed before them, told of a change of the settings. */
    settingsWereChanged: v.boolean(),
    /** Made with the encryption key, of the position and the hash: nobody else can have removed them so. */
    seal: v.string(),
  }),
  /** Of a target, the subject. */
  'notice-target.added': v.object(Target),
  /** As it is after the change; `changed`: what was another before. */
  'notice-target.changed': v.object({
    ...Target,
    changed: v.array(v.picklist(['name', 'address', 'language', 'kinds'])),
  }),
  'notice-target.removed': v.object(Target),
  'notice-target.secret-replaced': v.object(Target),
  'notice-target.tested': v.object(Target),
  /** Of a delivery, the subject; tried before its time. */
  'notice.retried': v.object({ targetId: v.string(), targetName: v.string(), type: v.string() }),
  'session.started': Nothing,
  /** `code`: of a refusal by what the provider said; absent for a password. */
  'session.refused': v.object({ code: v.optional(v.string()) }),
  /** As a file, of the rows that were not applied. */
  'batch.failures-exported': v.object({ count: v.number() }),
  /** From the console; `rows`: how many it has. */
  'batch.sent': v.object({ version: v.picklist([1, 2]), rows: v.number() }),
  /** Of a visitor; the subject is a fingerprint of the identifier, for no record is to hold one. `isFound`: whether there is such a profile. */
  'profile.looked-up': v.object({ idKind: ProfileIdKind, isFound: v.boolean() }),
  /** Of a stuck batch, the subject: how many rows of it were looked at, of how many. */
  'batch.tried-again': v.object({ consumedCount: v.number(), batchSize: v.number() }),
  'batch.given-up': v.object({ consumedCount: v.number(), batchSize: v.number() }),
  /** Of an operation, the subject; `permission`: the one it takes, null where that is not why. */
  'call.refused': v.object({ code: RefusalCode, permission: v.nullable(Permission) }),
  /** Of refusals of a person or address, the subject, that have no record of their own. */
  'refusals.counted': v.object({ count: v.number() }),
  'session.ended': Nothing,
  /** Its person proved anew who they are. */
  'session.renewed': v.object({ method: SignInMethod }),
  'session.renewal-refused': v.object({ method: SignInMethod }),
  /** Another session of the same person; the rest says which. */
  'session.ended-elsewhere': v.object({
    remoteAddress: v.nullable(v.string()),
    userAgent: v.nullable(v.string()),
  }),
  /** All sessions of the person but the one that they acted in. */
  'user.other-sessions-ended': Nothing,
  'user.renamed': v.object({ before: v.string(), after: v.string() }),
  'user.password-changed': Nothing,
  'user.password-change-refused': Nothing,
  /** Of someone whose password was right. */
  'second-step.asked': v.object({ kind: v.picklist(['passkey', 'first-passkey']) }),
  /** Of a passkey, the subject. */
  'passkey.added': v.object({ name: v.string() }),
  'passkey.renamed': v.object({ before: v.string(), name: v.string() }),
  'passkey.removed': v.object({ name: v.string() }),
  /** It was used with a count of uses that is not above the last one: there may be a copy of it. */
  'passkey.copy-suspected': v.object({ name: v.string() }),
  'recovery-codes.made': Nothing,
  'recovery-code.used': v.object({ left: v.number() }),
  'users.listed': v.object({ count: v.number() }),
  /** Invited, by an invitation that is the subject; `user.set-up` tells that they accepted, and are a user. */
  'user.created': v.object({ email: v.string(), ...Held }),
  /** By someone who was a user already, the subject. */
  'user.invitation-accepted': v.object(Held),
  /** What was taken back of an invitation, the subject. */
  'user.invitation-withdrawn': v.object({ email: v.string(), ...Held }),
  'user.set-up': Nothing,
  /** Of a user or an invitation, the subject; `email`: whose, absent in older records and of the first start. */
  'user.set-up-link-made': v.object({ email: v.optional(v.string()) }),
  'user.roles-set': v.object(Held),
  'user.sessions-revoked': Nothing,
  /** An account at the OpenID Connect provider became that of someone who had a set-up link. */
  'user.linked': v.object({ issuer: v.string() }),
  /** Came by the provider, uninvited. */
  'user.joined': v.object({ email: v.string(), issuer: v.string(), ...Held }),
  /** As the provider gives them, when the person signed in there. */
  'user.roles-taken': v.object(Held),
  'user.suspended': Nothing,
  'user.reinstated': Nothing,
  'user.removed': v.object({ name: v.string(), email: v.string() }),
  /** Of a workspace, the subject. */
  'workspace.added': v.object({ name: v.string() }),
  'workspace.renamed': v.object({ before: v.string(), name: v.string() }),
  'workspace.removed': v.object({ name: v.string() }),
  'user.second-step-reset': Nothing,
} as const satisfies Record<string, v.GenericSchema>

export type AuditAction = keyof typeof auditDetails

export const auditActions = Object.keys(auditDetails).filter(
  (action): action is AuditAction => action in auditDetails,
)

/** What a record of that action says. */
export type AuditDetail<Action extends AuditAction = AuditAction> = v.InferOutput<
  (typeof auditDetails)[Action]
>
