import * as v from 'valibot'

/** Roles held in a workspace. Source: wire fact A16; `admin` is the workspace's administrator. */
export const Role = v.picklist(['observer', 'editor', 'publisher', 'approver', 'admin'])
export type Role = v.InferOutput<typeof Role>

/** What a person may do here; which role may do what stands in `service/permissions.ts`. */
export const Permission = v.picklist([
  'settings.view',
  'settings.update',
  'token.view',
  'token.generate',
  'batches.view',
  'users.manage',
])
export type Permission = v.InferOutput<typeof Permission>

export const RoleAssignment = v.strictObject({
  /** A workspace's identifier; an installation starts with `default`. */
  workspace: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9-]{1,64}$/, 'lower-case letters, digits and hyphens, 1 to 64 characters'),
  ),
  role: Role,
})
export type RoleAssignment = v.InferOutput<typeof RoleAssignment>

export const User = v.object({
  id: v.string(),
  name: v.string(),
  email: v.string(),
  /** Administrator of the product: every permission in every workspace, and the only one who gives roles. */
  sysadmin: v.boolean(),
  roles: v.array(RoleAssignment),
})
export type User = v.InferOutput<typeof User>

/** Who is signed in and what they are permitted. */
export const Session = v.object({
  user: User,
  permitted: v.array(Permission),
  /** When the session ends whatever happens, ISO 8601 in UTC; idle sessions end earlier. */
  expiresAt: v.string(),
})
export type Session = v.InferOutput<typeof Session>

/** A session ends after this long without a request, and after this long whatever happens. Source: OWASP ASVS 5 V7.3. */
export const SESSION_IDLE_SECONDS = 3600
export const SESSION_ABSOLUTE_SECONDS = 12 * 3600

/** Shortest and longest password; a character is a Unicode code point. Source: NIST SP 800-63B-4 section 3.1.1; the bound keeps hashing cheap. */
export const MIN_PASSWORD_LENGTH = 15
export const MAX_PASSWORD_LENGTH = 256

/** How long a set-up link can be used, in seconds: 7 days. The first start makes a new one each time until it is used. */
export const SET_UP_LINK_SECONDS = 7 * 86_400

export const Email = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(254, 'at most 254 characters'),
  v.email('an e-mail address such as ana@example.com'),
)
export const PersonName = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'a name'),
  v.maxLength(100, 'at most 100 characters'),
)
const NewPassword = v.pipe(
  v.string(),
  v.check(
    (password) => Array.from(password).length >= MIN_PASSWORD_LENGTH,
    `at least ${MIN_PASSWORD_LENGTH} characters`,
  ),
  v.maxLength(MAX_PASSWORD_LENGTH, `at most ${MAX_PASSWORD_LENGTH} characters`),
)

export const SignInInput = v.strictObject({
  email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.minLength(1, 'an e-mail address'), v.maxLength(254)),
  password: v.pipe(v.string(), v.minLength(1, 'a password'), v.maxLength(MAX_PASSWORD_LENGTH)),
})
export type SignInInput = v.InferOutput<typeof SignInInput>

const SetUpCode = v.pipe(v.string(), v.minLength(1), v.maxLength(256))

/**
 * What the one-time set-up link leads to: the first person names themselves; an invited person's name and
 * e-mail are known, so those two are left out.
 */
export const SetUpInput = v.strictObject({
  code: SetUpCode,
  name: v.optional(PersonName),
  email: v.optional(Email),
  password: NewPassword,
})
export type SetUpInput = v.InferOutput<typeof SetUpInput>

/** Asks whom a set-up link is for; in a body, because the code is a secret that no URL should carry. */
export const SetUpLinkInput = v.strictObject({ code: SetUpCode })
export type SetUpLinkInput = v.InferOutput<typeof SetUpLinkInput>

/** `first`: the person says who they are; `invited`: that is known. */
export const SetUpLinkInfo = v.variant('kind', [
  v.object({ kind: v.literal('first') }),
  v.object({ kind: v.literal('invited'), name: v.string(), email: v.string() }),
])
export type SetUpLinkInfo = v.InferOutput<typeof SetUpLinkInfo>

/** What a script gets in place of a cookie: `Authorization: Bearer <accessToken>` on the admin and console API. */
export const AccessToken = v.object({
  accessToken: v.string(),
  tokenType: v.literal('bearer'),
  /** Seconds left until the session ends whatever happens. */
  expiresIn: v.number(),
})
export type AccessToken = v.InferOutput<typeof AccessToken>
