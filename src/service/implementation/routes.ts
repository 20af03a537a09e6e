import { Hono } from 'hono'
import type { Implementation } from '#contract/implementation.ts'
import { paths } from '#contract/paths.ts'
import type { ConsoleEnv } from '../console-family.ts'
import type { Deps } from '../deps.ts'
import { etagOf } from '../etag.ts'
import { originOf } from '../origin.ts'
import { summarizeToken } from '../profile-auth/rules.ts'
import { getSettings } from '../settings/rules.ts'
import { sessionOf } from '../sign-in/rules.ts'
import type { SignedIn } from '../sign-in/signed-in.ts'

export function implementationRoutes(deps: Deps) {
  return new Hono<ConsoleEnv>()
    .get(paths.session, (c) => c.json(sessionOf(c.var.signedIn)))
    .get(paths.implementation, async (c) =>
      c.json(await implementation(deps, c.var.signedIn, originOf(deps, c.req.raw))),
    )
}

async function implementation(deps: Deps, signedIn: SignedIn, origin: string): Promise<Implementation> {
  const { clientCode, tenant, imsOrgId } = deps.account
  const { settings, revision, changedAt, changedBy } = await getSettings(deps, signedIn)
  return {
    account: { clientCode, tenant, imsOrgId, profileApiUrl: origin },
    settings: {
      enableProfileApiAuthentication: settings.enableProfileApiAuthentication,
      etag: etagOf(revision),
      changedAt: changedAt === null ? null : new Date(changedAt).toISOString(),
      changedBy,
    },
    token: await summarizeToken(deps),
    session: sessionOf(signedIn),
  }
}
