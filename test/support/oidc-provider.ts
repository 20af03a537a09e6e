import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { type Configuration, Provider } from 'oidc-provider'
import { onTestFinished, vi } from 'vitest'
import { OIDC_RETURN_PATH } from '#contract/oidc.ts'

export const CLIENT_ID = 'console'
export const CLIENT_SECRET = 'the secret of the console'

/** What the provider says of whoever signs in there by a name. */
export type AccountClaims = {
  name?: string
  email?: string
  email_verified?: boolean
  groups?: string[]
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const KEY = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'of the tests' }

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An ID token with these claims, signed as the provider signs or with another key. */
export function signedToken(claims: object, key: KeyObject = privateKey): string {
  const signed = `${part({ alg: KEY.alg, kid: KEY.kid })}.${part(claims)}`
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`
}

/**
 * A real OpenID Connect provider on this machine until the test ends, whose own pages ask for a name and take any password.
 * Nobody can sign in before `register` has told it where the console is.
 */
export async function startOidcProvider() {
  const accounts = new Map<string, AccountClaims>()
  let changed = (idToken: string) => idToken
  let listener: RequestListener = (_, answer) => void answer.writeHead(404).end()
  const requests: string[] = []
  const server = createServer((request, answer) => {
    requests.push(request.url ?? '')
    listener(request, answer)
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  await listen(0)
  onTestFinished(close)
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new TypeError('It listens on no port.')
  const issuer = `http://127.0.0.1:${address.port}`

  return {
    issuer,
    accounts,
    /** The addresses that were asked for, in order. */
    requests,
    /** @param origin of the console @param changes to what is set here otherwise */
    register(origin: string, changes: Configuration = {}) {
      const provider = withoutWarnings(() => new Provider(issuer, configurationOf(origin, accounts, changes)))
      provider.use(async (context, next) => {
        await next()
        const token: unknown = context.body?.id_token
        if (typeof token === 'string') context.body = { ...context.body, id_token: changed(token) }
      })
      listener = provider.callback()
    },
    /** Gives other ID tokens than the provider makes, from now on. */
    changeIdTokens(change: (idToken: string) => string) {
      changed = change
    },
    /** Resolves once something asks for that path, which is never answered. */
    neverAnswer(path: string) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const before = listener
      listener = (request, answer) => (request.url === path ? resolve() : before(request, answer))
      return promise
    },
    /** What answers in its place. */
    answerBy(other: RequestListener) {
      listener = other
    },
    stop: close,
    start: () => listen(address.port),
  }
}

export type OidcProviderServer = Awaited<ReturnType<typeof startOidcProvider>>

/** It warns of what is for tests alone. */
function withoutWarnings<Made>(make: () => Made): Made {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  try {
    return make()
  } finally {
    warn.mockRestore()
  }
}

const configurationOf = (
  origin: string,
  accounts: Map<string, AccountClaims>,
  changes: Configuration,
): Configuration => ({
  clients: [
    {
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
      redirect_uris: [`${origin}${OIDC_RETURN_PATH}`],
      post_logout_redirect_uris: [`${origin}${OIDC_RETURN_PATH}`],
    },
  ],
  jwks: { keys: [KEY] },
  cookies: { keys: ['of the tests'] },
  ttl: { AccessToken: 600, Grant: 3600, IdToken: 3600, Interaction: 600, Session: 3600 },
  pkce: { required: () => true },
  scopes: ['openid', 'profile', 'email'],
  claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
  findAccount: (_, accountId) => {
    const claims = accounts.get(accountId)
    return claims && { accountId, claims: async () => ({ sub: accountId, ...claims }) }
  },
  // Nobody is asked whether the company's own console may know who they are.
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client?.clientId ?? '',
      accountId: oidc.session?.accountId ?? '',
    })
    grant.addOIDCScope('openid profile email')
    await grant.save()
    return grant
  },
  ...changes,
})

/**
 * Signs in at the provider as a browser would, from the address that the console sent it to.
 *
 * @param cookies of the browser at the provider, by name; it asks who one is unless they say so
 * @returns the address that it was led back to, the console's own
 */
export async function signInAtProvider(
  { issuer }: OidcProviderServer,
  url: string,
  login: string,
  cookies = new Map<string, string>(),
): Promise<URL> {
  const go = async (to: string, body?: URLSearchParams): Promise<URL> => {
    const target = new URL(to, issuer)
    if (target.origin !== issuer) return target
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = body === undefined ? {} : { method: 'POST', body }
    const answer = await fetch(target, { ...sent, redirect: 'manual', headers: { cookie } })
    for (const given of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = given.split(';')[0]?.split('=') ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location !== null) return go(location)
    const form = /<form[^>]* action="([^"]+)"/.exec(await answer.text())?.[1]
    if (form === undefined) throw new Error(`${target.href} answered ${answer.status}.`)
    return go(form, new URLSearchParams({ prompt: 'login', login, password: 'any' }))
  }
  return go(url)
}
