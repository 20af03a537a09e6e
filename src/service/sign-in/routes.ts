import { Hono } from 'hono'
import { paths } from '#contract/paths.ts'
import { SetUpInput, SetUpLinkInput, SignInInput, type AccessToken } from '#contract/session.ts'
import type { ConsoleEnv } from '../console-family.ts'
import type { Deps } from '../deps.ts'
import { parsedBody } from '../input.ts'
import { requireSameOrigin } from '../origin.ts'
import { giveSession, requireSession, takeSession } from './carrier.ts'
import { sessionOf, signIn, signOut } from './rules.ts'
import { describeSetUpLink, setUp } from './set-up.ts'

/** What may be called without a session: the ways to get one. */
export function signInRoutes(deps: Deps) {
  return new Hono<ConsoleEnv>()
    .post(paths.session, async (c) => {
      requireSameOrigin(deps, c.req.raw)
      const input = await parsedBody(c.req.raw, SignInInput)
      const { secret, signedIn } = await signIn(deps, input, c.env?.remoteAddress ?? null)
      giveSession(c, deps, secret)
      return c.json(sessionOf(signedIn))
    })
    .post(paths.accessToken, async (c) => {
      const input = await parsedBody(c.req.raw, SignInInput)
      const { secret, signedIn } = await signIn(deps, input, c.env?.remoteAddress ?? null)
      const expiresIn = Math.floor((signedIn.session.expiresAt - deps.now()) / 1000)
      return c.json({ accessToken: secret, tokenType: 'bearer', expiresIn } satisfies AccessToken, 201)
    })
    .post(paths.setUpLink, async (c) => {
      const { code } = await parsedBody(c.req.raw, SetUpLinkInput)
      return c.json(await describeSetUpLink(deps, code))
    })
    .post(paths.setUp, async (c) => {
      requireSameOrigin(deps, c.req.raw)
      const input = await parsedBody(c.req.raw, SetUpInput)
      const { secret, signedIn } = await setUp(deps, input, c.env?.remoteAddress ?? null)
      giveSession(c, deps, secret)
      return c.json(sessionOf(signedIn), 201)
    })
    .delete(paths.session, requireSession(deps), async (c) => {
      await signOut(deps, c.var.signedIn)
      takeSession(c, deps)
      // What pages showed goes, also from the cache that the back button uses. Not "storage", which holds only the theme
      // and the language, nor "cookies", which would take those of the other hosts of the domain as well.
      return c.body(null, 204, { 'Clear-Site-Data': '"cache"' })
    })
}
