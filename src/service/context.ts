import type { SignInMethod } from '#contract/sign-in.ts'
import type { User } from '#contract/user.ts'
import type { Random } from './ports.ts'
import { newId } from './secrets.ts'

/** The client that this service holds the profiles of. */
export type Client = {
  clientCode: string
  tenant: string
  imsOrgId: string | null
  /** Address under which people and jobs reach the service, without a slash at the end; null: as the caller wrote it. */
  publicUrl: string | null
}

/** A session that someone acts in. Instants are milliseconds since 1970. */
export type ActiveSession = {
  /** By which it is named, also to its person; no secret. */
  id: string
  secretSha256: string
  expiresAt: number
  /** When and how the person last proved who they are; 0 where nobody says when. */
  authenticatedAt: number
  method: SignInMethod
}

/** Someone known by name: in a browser, or through a program that acts with their access token. */
export type Person = {
  kind: 'person' | 'script'
  user: Pick<User, 'id' | 'name'>
  /** The caller's network address, null where it is not known. */
  remoteAddress: string | null
}

/** Someone who acts in a session. */
export type SignedIn = Person & { user: User; session: ActiveSession }

/** A program that shows a profile authentication token that works, whether or not it has to. */
type Job = { kind: 'anonymous'; tokenId: string; remoteAddress: string | null }

/**
 * Who acts. `anonymous`: nobody signed in, which sign-in, set-up and the profile API ask for no more than; `operator`:
 * whoever runs a command on the machine; `system`: the service by itself.
 */
export type Actor =
  | SignedIn
  | { kind: 'anonymous'; remoteAddress: string | null }
  | Job
  | { kind: 'operator' }
  | { kind: 'system' }

/** Under which circumstances a rule is called. */
export type Context = {
  client: Client
  actor: Actor
  /** Of the request that is answered, or of the command that runs. */
  requestId: string
  /** What the program that sent it calls itself: the header field as it came, null where there is none. */
  userAgent: string | null
  /** When it had come, with its body where that is JSON; milliseconds since 1970. */
  now: number
}

/** The caller's network address, null where there is none or it is not known. */
export const remoteAddressIn = ({ actor }: { actor: Actor | Person }): string | null =>
  'remoteAddress' in actor ? actor.remoteAddress : null

/** The context of an operation that takes a session. */
export type SignedInContext = Context & { actor: SignedIn }

/** The context of what nobody asked for by a request: a command of the operator's, or the service by itself. */
export function contextWithoutRequest(
  { client, random, now }: { client: Client; random: Random; now: () => number },
  kind: 'operator' | 'system',
): Context {
  return { client, actor: { kind }, requestId: newId(random), userAgent: null, now: now() }
}
