import { getImplementation, type Implementation } from '#contract/implementation.ts'
import { listRefused } from '../callers/list-refused.ts'
import type { RefusedNeeds } from '../callers/refused-since.ts'
import { type CallerNeeds, summarizeCallers } from '../callers/rules.ts'
import type { SignedInContext } from '../context.ts'
import { etagOf } from '../http/etag.ts'
import { originOf } from '../http/origin.ts'
import { type FamilyApp, serve } from '../http/serve.ts'
import { permittedTo } from '../permissions.ts'
import { summarizeToken, type TokenNeeds } from '../profile-auth/rules.ts'
import { summarizeOldTokens } from '../rotation/rules.ts'
import { getSettings } from '../settings/rules.ts'
import { sessionOf } from '../sign-in/rules.ts'
import type { WorkspaceStore } from '../workspaces/store.ts'

type Needs = Pick<TokenNeeds, 'maxTokenLifetimeSeconds'> &
  CallerNeeds &
  RefusedNeeds & { workspaces: WorkspaceStore }

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
  const { settings, revision, switchedAt, switchedBy } = await getSettings(needs, context.client)
  const seesCallers = permittedTo(context.actor.user).includes('callers.view')
  const token = await summarizeToken(needs, context)
  const oldTokens = await summarizeOldTokens(needs, context)
  const callers = seesCallers ? await summarizeCallers(needs, context) : null
  const refused = seesCallers ? await listRefused(needs, context) : null
  return {
    account: { clientCode, tenant, imsOrgId, profileApiUrl: origin },
    settings: {
      enableProfileApiAuthentication: settings.enableProfileApiAuthentication,
      etag: etagOf(revision),
      changedAt: switchedAt === null ? null : new Date(switchedAt).toISOString(),
      changedBy: switchedBy,
    },
    token,
    oldTokens,
    maxTokenLifetimeSeconds: needs.maxTokenLifetimeSeconds,
    callers,
    refused,
    session: await sessionOf(needs, context.actor, context.client, origin.startsWith('https:')),
  }
}
