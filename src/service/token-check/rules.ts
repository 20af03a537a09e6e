import type { CheckTokenInput, TokenCheck } from '#contract/token-check.ts'
import { sha256Hex } from '#service/sha256.ts'
import type { AccessStore, ShownToken } from '../access/store.ts'
import { judge } from '../access/verdict.ts'
import type { SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { CallLimiter } from '../ports.ts'
import type { TokenStore } from '../profile-auth/store.ts'
import { noteIfOver } from '../profile-auth/token.ts'
import { changed } from '../rotation/rules.ts'
import type { SecretPrefix } from '../secrets.ts'
import { readPasted, type ReadSecret } from './reading.ts'

export type TokenCheckNeeds = { access: AccessStore; tokens: TokenStore; tokenGuesses: CallLimiter }

const KINDS = {
  tpa: 'profile-token',
  tdb: 'debugger-token',
  tse: 'access-token',
  tsu: 'set-up-code',
} as const satisfies Record<SecretPrefix, string>

/**
 * What a pasted token is, and what is wrong with the line around it. It counts as no use and leaves no record; only a
 * question about a token that is none of this client's counts against the session.
 *
 * @throws ServiceError `too-many-requests` with `Retry-After` in seconds
 */
export async function checkToken(
  needs: TokenCheckNeeds,
  context: SignedInContext,
  { text }: CheckTokenInput,
): Promise<TokenCheck> {
  const { findings, secret } = readPasted(text)
  if (secret === null) return { findings, secret: null }
  const { client, now } = context
  const token = await found(needs, context, secret)
  const verdictOf = ({ credentials, hasTokenInAddress }: ReadSecret['shownAsPasted']) => {
    const isShown = credentials.kind === 'bearer' && credentials.secret === secret.secret
    const shown = { credentials, hasTokenInAddress }
    return judge(shown, { clientCode: client.clientCode, token: isShown ? token : undefined }, now).kind
  }
  const isOwn = token?.clientCode === client.clientCode
  const own = isOwn ? await needs.tokens.find(client.clientCode, token.id) : undefined
  return {
    findings,
    secret: {
      kind: KINDS[secret.prefix],
      lastFour: secret.secret.slice(-4),
      verdict: verdictOf({
        credentials: { kind: 'bearer', secret: secret.secret },
        hasTokenInAddress: false,
      }),
      verdictAsPasted: verdictOf(secret.shownAsPasted),
      token: own === undefined ? null : changed(own, now),
      edits: secret.edits,
    },
  }
}

/** The token with that secret. Finding none of the client's is what a guess does. */
async function found(
  { access, tokens, tokenGuesses }: TokenCheckNeeds,
  { client, actor, now }: SignedInContext,
  { secret }: ReadSecret,
): Promise<ShownToken | undefined> {
  const caller = { by: 'session', id: actor.session.id } as const
  const retryAfterSeconds = await tokenGuesses.consume(caller)
  if (retryAfterSeconds > 0) {
    throw new ServiceError('too-many-requests', 'Too many questions about unknown tokens. Wait a while.', {
      headers: { 'Retry-After': String(retryAfterSeconds) },
    })
  }
  const { token } = await access.find(client.clientCode, sha256Hex(secret))
  if (token?.clientCode === client.clientCode) await tokenGuesses.giveBack(caller)
  if (token) await noteIfOver(tokens, token, now)
  return token
}
