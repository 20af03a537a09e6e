import { Hono, type Context } from 'hono'
import { fillPath, paths } from '#contract/paths.ts'
import type { Profile, ProfileIdKind } from '#contract/profiles.ts'
import type { Deps } from '../deps.ts'
import { ServiceError } from '../errors.ts'
import { limited } from '../limited.ts'
import { originOf } from '../origin.ts'
import type { ProfileEnv } from '../profile-family.ts'
import { batchUpdate } from './batch-update.ts'
import { parametersOf, updateProfile } from './profile-update.ts'
import type { StoredProfile } from './store.ts'
import { xmlResponse } from './xml.ts'

/** The addresses that answer XML: updates, single and in bulk, and the status of a batch. */
export function batchRoutes(deps: Deps) {
  const update = (version: 1 | 2) => async (c: Context<ProfileEnv>) => {
    requireBatchMediaType(c.req.header('Content-Type'))
    const batchId = await batchUpdate(deps, version, c.req.raw.body ?? new ReadableStream())
    const statusPath = fillPath(paths.batchStatus, { client: deps.account.clientCode })
    return xmlResponse({
      success: true,
      batchStatus: `${originOf(deps, c.req.raw)}${statusPath}?batchId=${batchId}`,
      message: 'Batch submitted for processing',
    })
  }
  const status = async (c: Context<ProfileEnv>) => {
    const batchId = c.req.query('batchId')
    if (batchId === undefined) throw new ServiceError('invalid-request', 'batchId is missing.')
    const found = await deps.stores.batches.find({ clientCode: deps.account.clientCode, batchId })
    if (found === undefined)
      throw new ServiceError('not-found', `There is no batch ${batchId.slice(0, 255)}.`)
    const { state, batchSize, consumedCount, successfulUpdates, profilesNotFound, failedUpdates } = found
    const details = { consumedCount, successfulUpdates, profilesNotFound, failedUpdates }
    const shown = c.req.query('showDetails') === 'true' ? details : {}
    return xmlResponse({ batchId, status: state, batchSize, ...shown })
  }
  const updateOne = async (c: Context<ProfileEnv>) => {
    await updateProfile(deps, await parametersOf(c.req.raw))
    // Adobe prints this answer with its tags stripped; an empty pcId is what makes the two the same (wire fact D34).
    return xmlResponse({ success: true, pcId: '', message: 'Request successfully submitted' })
  }
  return new Hono<ProfileEnv>()
    .get(paths.profileUpdate, updateOne)
    .post(paths.profileUpdate, updateOne)
    .post(paths.batchUpdateV1, limited(deps), update(1))
    .post(paths.batchUpdateV2, limited(deps), update(2))
    .get(paths.batchStatus, status)
    .get(paths.batchStatusV2, status)
}

/** Form encoding is formally what a batch is (wire fact D8); these are what people send by mistake. */
function requireBatchMediaType(contentType: string | undefined): void {
  if (!/^(application\/json|multipart\/)/i.test(contentType ?? '')) return
  throw new ServiceError(
    'unsupported-media-type',
    'A batch is neither JSON nor multipart. Send the file as it is: curl -X POST --data-binary @BATCH.TXT URL',
  )
}

/** The addresses that answer JSON: a profile by one of its ids. */
export function profileRoutes(deps: Deps) {
  const read = async (idKind: ProfileIdKind, id: string, idName: string) => {
    const profile = await deps.stores.profiles.find(deps.account.clientCode, idKind, id)
    if (profile === undefined) throw notFound(deps, idName, id)
    return Response.json(profileOf(profile))
  }
  return new Hono<ProfileEnv>()
    .get(paths.profileByThirdPartyId, (c) =>
      read('thirdPartyId', c.req.param('thirdPartyId'), 'third party id'),
    )
    .get(paths.profileByEcid, (c) => {
      // No profile is keyed by it: neither batches nor single updates take one (wire fact D10).
      const ecid = c.req.param('marketingCloudVisitorId')
      throw notFound(deps, 'marketing cloud visitor id', ecid)
    })
    .get(paths.profileByPcId, (c) => read('pcId', c.req.param('pcId'), 'mboxPC'))
}

/** In the words of the documentation (wire fact D38). */
function notFound({ account }: Deps, idName: string, id: string): ServiceError {
  return new ServiceError(
    'not-found',
    `No profile found for client ${account.clientCode} with ${idName}=${id}`,
  )
}

function profileOf({ clientCode, id, modifiedAt, attributes }: StoredProfile): Profile {
  const named = Object.entries(attributes).map(
    ([name, attribute]) =>
      [name, { value: attribute.value, modifiedAt: instant(attribute.modifiedAt) }] as const,
  )
  return {
    client: clientCode,
    visitorId: id,
    modifiedAt: instant(modifiedAt),
    profileAttributes: Object.fromEntries(named),
  }
}

/** Milliseconds and a numeric offset, as the documentation prints it (wire fact D37). */
const instant = (ms: number) => new Date(ms).toISOString().replace('Z', '+00:00')
