import type { ClientSettings } from '#contract/settings.ts'
import type { SettingsChanges } from '#contract/audit-details.ts'
import { auditRecord } from '../audit/record.ts'
import type { Client, SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { etagOf, matchesEtag } from '../http/etag.ts'
import { type FreshSignInNeeds, requireFreshSignIn } from '../fresh-sign-in.ts'
import type { Random } from '../ports.ts'
import type { SettingsStore, StoredSettings } from './store.ts'

export type SettingsNeeds = FreshSignInNeeds & { settings: SettingsStore; random: Random }

/** The client's settings; one whose settings were never changed lets everyone in, as Adobe Target does (wire fact D1). */
export async function getSettings(
  { settings }: Pick<SettingsNeeds, 'settings'>,
  { clientCode }: Client,
): Promise<StoredSettings> {
  const untouched = { enableProfileApiAuthentication: false }
  const stored = await settings.find(clientCode)
  return (
    stored ?? {
      clientCode,
      settings: untouched,
      revision: 0,
      changedAt: null,
      changedBy: null,
      changedById: null,
      switchedAt: null,
      switchedBy: null,
      switchedById: null,
    }
  )
}

/**
 * The client's settings, for an act that builds on what the caller saw of them.
 *
 * @param ifMatch their entity tag then; undefined for a caller who builds on whatever they are
 * @throws ServiceError `precondition-failed` that says who changed them since
 */
export async function settingsAsSeen(
  needs: Pick<SettingsNeeds, 'settings'>,
  client: Client,
  ifMatch: string | undefined,
): Promise<StoredSettings> {
  const current = await getSettings(needs, client)
  if (ifMatch !== undefined && !matchesEtag(ifMatch, etagOf(current.revision))) throw staleSettings(current)
  return current
}

/**
 * Changes the settings; a switch counts from the next call on. Without `ifMatch` a change that collides with another
 * is made again on top of it; with it, only on the settings that the caller saw.
 *
 * @param change makes the next settings of the current ones
 * @param ifMatch the request's `If-Match`
 * @throws ServiceError `precondition-failed` when someone else changed the settings, `fresh-sign-in-required` to turn
 *   authentication off
 */
export async function updateSettings(
  needs: SettingsNeeds,
  context: SignedInContext,
  change: (current: ClientSettings) => ClientSettings,
  ifMatch: string | undefined,
): Promise<StoredSettings> {
  const current = await settingsAsSeen(needs, context.client, ifMatch)

  const settings = change(current.settings)
  const changes = changesBetween(current.settings, settings)
  if (Object.keys(changes).length === 0) return current
  if (current.settings.enableProfileApiAuthentication && !settings.enableProfileApiAuthentication) {
    requireFreshSignIn(needs, context)
  }

  const next = {
    clientCode: current.clientCode,
    settings,
    revision: current.revision + 1,
    changedAt: context.now,
    changedBy: context.actor.user.name,
    changedById: context.actor.user.id,
    ...switchedBy('enableProfileApiAuthentication' in changes ? context : null, current),
  }
  const record = auditRecord(needs, context, 'settings.updated', current.clientCode, { changes })
  if (await needs.settings.replace(next, record)) return next
  return updateSettings(needs, context, change, ifMatch)
}

/** @param context whose change turns the switch; null: it stays as it was turned last */
const switchedBy = (
  context: SignedInContext | null,
  { switchedAt, switchedBy: by, switchedById }: StoredSettings,
) =>
  context === null
    ? { switchedAt, switchedBy: by, switchedById }
    : {
        switchedAt: context.now,
        switchedBy: context.actor.user.name,
        switchedById: context.actor.user.id,
      }

function changesBetween(before: ClientSettings, after: ClientSettings): SettingsChanges {
  const was = new Map<string, unknown>(Object.entries(before))
  const is = new Map<string, unknown>(Object.entries(after))
  const names = [...new Set([...was.keys(), ...is.keys()])]
  const changed = names.filter((name) => JSON.stringify(was.get(name)) !== JSON.stringify(is.get(name)))
  return Object.fromEntries(
    changed.map((name) => [name, { before: was.get(name) ?? null, after: is.get(name) ?? null }]),
  )
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
