import { getImplementation, type Implementation } from '#contract/implementation.ts'
import { type CallerNeeds, summarizeCallers } from '../callers/rules.ts'
import type { SignedInContext } from '../context.ts'
import { etagOf } from '../http/etag.ts'
import { originOf } from '../http/origin.ts'
import { type FamilyApp, serve } from '../http/serve.ts'
import { permittedTo } from '../permissions.ts'
import { summarizeToken, type TokenNeeds } from '../profile-auth/rules.ts'
import { getSettings, type SettingsNeeds } from '../settings/rules.ts'
import { sessionOf } from '../sign-in/rules.ts'

type Needs = Pick<TokenNeeds, 'maxTokenLifetimeSeconds'> & Pick<SettingsNeeds, 'settings'> & CallerNeeds

export function serveImplementation(console: FamilyApp, needs: Needs) {
  serve(console, getImplementation, (context, _received, request) =>
    implementation(needs, context, originOf(context.client, request)),
  )
}

async function implementation(
  needs: Needs,
  context: SignedInContext,
  origin: string,
): Promise<Implementation> {
  const { clientCode, tenant, imsOrgId } = context.client
  const { settings, revision, changedAt, changedBy } = await getSettings(needs, context.client)
  const seesCallers = permittedTo(context.actor.user).includes('callers.view')
  const [token, callers] = await Promise.all([
    summarizeToken(needs, context),
    seesCallers ? summarizeCallers(needs, context) : null,
  ])
  return {
    account: { clientCode, tenant, imsOrgId, profileApiUrl: origin },
    settings: {
      enableProfileApiAuthentication: settings.enableProfileApiAuthentication,
      etag: etagOf(revision),
      changedAt: changedAt === null ? null : new Date(changedAt).toISOString(),
      changedBy,
    },
    token,
    maxTokenLifetimeSeconds: needs.maxTokenLifetimeSeconds,
    callers,
    session: sessionOf(context.actor, context.client, origin.startsWith('https:')),
  }
}
