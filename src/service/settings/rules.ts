import type { ClientSettings } from '#contract/client-settings.ts'
import type { Deps } from '../deps.ts'
import { ServiceError } from '../errors.ts'
import { requirePermission } from '../permissions.ts'
import { actorOf, auditRecord, type SignedIn } from '../sign-in/signed-in.ts'
import { etagOf, matchesEtag } from '../etag.ts'
import type { StoredSettings } from './store.ts'

/** The client's settings; one whose settings were never changed lets everyone in, as Adobe Target does (wire fact D1). */
export async function getSettings(deps: Deps, signedIn: SignedIn): Promise<StoredSettings> {
  requirePermission(signedIn, 'settings.view')
  return storedSettings(deps)
}

async function storedSettings({ stores, account: { clientCode } }: Deps): Promise<StoredSettings> {
  const stored = await stores.settings.find(clientCode)
  const settings = { enableProfileApiAuthentication: false }
  return stored ?? { clientCode, settings, revision: 0, changedAt: null, changedBy: null }
}

/**
 * Changes the settings; a switch counts from the next call on. Without `ifMatch` a change that collides with another
 * is made again on top of it; with it, only on the settings that the caller saw.
 *
 * @param change makes the next settings of the current ones
 * @param ifMatch the request's `If-Match`
 * @throws ServiceError `forbidden` below Approver, `precondition-failed` when someone else changed the settings
 */
export async function updateSettings(
  deps: Deps,
  signedIn: SignedIn,
  change: (current: ClientSettings) => ClientSettings,
  ifMatch: string | undefined,
): Promise<StoredSettings> {
  requirePermission(signedIn, 'settings.update')
  const current = await storedSettings(deps)
  if (ifMatch !== undefined && !matchesEtag(ifMatch, etagOf(current.revision))) throw staleSettings(current)

  const settings = change(current.settings)
  const changed = changedFields(current.settings, settings)
  if (Object.keys(changed).length === 0) return current

  const next = {
    clientCode: current.clientCode,
    settings,
    revision: current.revision + 1,
    changedAt: deps.now(),
    changedBy: signedIn.user.name,
  }
  const record = auditRecord(deps, actorOf(signedIn), 'settings.updated', current.clientCode, changed)
  if (await deps.stores.settings.replace(next, record)) return next
  return updateSettings(deps, signedIn, change, ifMatch)
}

function changedFields(before: ClientSettings, after: ClientSettings): Record<string, unknown> {
  const was = before as Record<string, unknown> // read by name, to compare any field
  const is = after as Record<string, unknown> // as above
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  const changed = names.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
  return Object.fromEntries(changed.map((name) => [name, is[name] ?? null]))
}

function staleSettings({ changedBy, changedAt }: StoredSettings): ServiceError {
  const who =
    changedAt === null
      ? 'They were never changed'
      : `${changedBy} changed them at ${new Date(changedAt).toISOString()}`
  return new ServiceError(
    'precondition-failed',
    `These are not the settings you saw. ${who}. Load them again and repeat your change.`,
    { first: changedBy === null || changedAt === null ? undefined : firstOf(changedBy, changedAt) },
  )
}

const firstOf = (by: string, changedAt: number) =>
  ({ changed: 'settings', by, at: new Date(changedAt).toISOString() }) as const
