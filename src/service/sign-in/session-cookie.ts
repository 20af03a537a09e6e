import type { Context as Call } from 'hono'
import type { Context, SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { cookiesIn, settingCookie } from '../http/cookies.ts'
import { credentialsOf } from '../http/credentials.ts'
import { contextOf, type ContextNeeds, remoteAddressOf } from '../http/entering.ts'
import { headerMistake } from '../http/header-mistake.ts'
import { requireSameOrigin } from '../http/origin.ts'
import type { ServiceEnv } from '../http/env.ts'
import { prefixOf } from '../secrets.ts'
import type { UserStore } from '../users/store.ts'
import { authenticate } from './rules.ts'
import type { SecondStepSetting } from './second-step-setting.ts'
import type { SessionStore } from './store.ts'

export type SessionNeeds = ContextNeeds & {
  sessions: SessionStore
  users: UserStore
  secondStep: SecondStepSetting
}

/** What the session's cookie is called, behind what all of ours begin with. */
export const SESSION_COOKIE = 'session'

/** The cookie that gives a browser its session, as a value of `Set-Cookie`. */
export const givingSession = ({ client }: Context, request: Request, secret: string) =>
  settingCookie(client, request, { name: SESSION_COOKIE, value: secret })

/** The one that takes it away again. */
export const takingSession = ({ client }: Context, request: Request) =>
  settingCookie(client, request, { name: SESSION_COOKIE, value: '', maxAgeSeconds: 0 })

/** What a browser sends along as the secret of its session; more than one where another host of the domain set one too. */
export const sessionSecretsIn = ({ client }: Pick<Context, 'client'>, request: Request) =>
  cookiesIn(client, request, SESSION_COOKIE)

/**
 * The context of a request that someone signed in makes: in a browser by cookie, or from a program by
 * `Authorization: Bearer` with an access token, which no browser sends unasked and which needs no same-origin proof.
 *
 * @throws ServiceError `signed-out`, `set-up-required`, `not-same-origin`
 */
export async function signedInContext(needs: SessionNeeds, call: Call<ServiceEnv>): Promise<SignedInContext> {
  const header = call.req.header('Authorization') ?? ''
  const credentials = credentialsOf(header)
  const isScript = credentials.kind === 'bearer'
  const secrets = isScript ? [credentials.secret] : sessionSecretsIn(needs, call.req.raw)
  if (secrets.length === 0 && header !== '')
    throw new ServiceError('signed-out', `You are not signed in. ${headerMistake(header)}.`)
  if (isScript && isProfileToken(credentials.secret))
    throw new ServiceError(
      'signed-out',
      'A profile authentication token signs nobody in. Send an access token.',
    )
  const { user, session } = await authenticate(needs, secrets)
  const actor = {
    kind: isScript ? 'script' : 'person',
    user,
    session,
    remoteAddress: remoteAddressOf(call),
  } as const
  const context = contextOf(needs, call, actor)
  // Once it is known whose session it is, because the refusal is recorded.
  if (!isScript) requireSameOrigin(needs.client, call.req.raw)
  return context
}

function isProfileToken(secret: string): boolean {
  const prefix = prefixOf(secret)
  return prefix === 'tpa' || prefix === 'tdb'
}
