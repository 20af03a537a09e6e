import {
  getProfileByEcid,
  getProfileByPcId,
  getProfileByThirdPartyId,
  lookUpProfile,
  postProfileUpdate,
  type Profile,
  type ProfileIdKind,
  type UpdateSubmitted,
  updateProfile,
} from '#contract/profiles.ts'
import type { Client, Context } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { type FamilyApp, serve } from '../http/serve.ts'
import * as lookingUp from './look-up.ts'
import * as rules from './profile-update.ts'
import type { ProfileStore, StoredProfile } from './store.ts'

type Needs = { profiles: ProfileStore }

export function serveProfiles(profile: FamilyApp, needs: Needs) {
  for (const operation of [updateProfile, postProfileUpdate]) {
    serve(profile, operation, async (context, { body }, request) => {
      await rules.updateProfile(needs, context, await rules.parametersOf(request, body))
      // Adobe prints this answer with its tags stripped; an empty pcId is what makes the two the same (wire fact D34).
      const message = 'Request successfully submitted'
      return { success: true, pcId: '', message } satisfies UpdateSubmitted
    })
  }
  serve(profile, getProfileByThirdPartyId, (context, { path }) =>
    read(needs, context, 'thirdPartyId', path.thirdPartyId, 'third party id'),
  )
  serve(profile, getProfileByEcid, async ({ client }, { path }) => {
    // No profile is keyed by it: neither batches nor single updates take one (wire fact D10).
    throw notFound(client, 'marketing cloud visitor id', path.marketingCloudVisitorId)
  })
  serve(profile, getProfileByPcId, (context, { path }) => read(needs, context, 'pcId', path.pcId, 'mboxPC'))
}

export function serveLookUp(console: FamilyApp, needs: lookingUp.LookUpNeeds) {
  serve(console, lookUpProfile, (context, { body }) => lookingUp.lookUpProfile(needs, context, body))
}

async function read(
  { profiles }: Needs,
  { client }: Context,
  idKind: ProfileIdKind,
  id: string,
  idName: string,
): Promise<Profile> {
  const profile = await profiles.find(client.clientCode, idKind, id)
  if (profile === undefined) throw notFound(client, idName, id)
  return profileOf(profile)
}

/** In the words of the documentation (wire fact D38). */
function notFound({ clientCode }: Client, idName: string, id: string): ServiceError {
  return new ServiceError('not-found', `No profile found for client ${clientCode} with ${idName}=${id}`)
}

function profileOf({ clientCode, id, modifiedAt, attributes }: StoredProfile): Profile {
  const lastChangedAt = instant(modifiedAt)
  const named = attributes.map(({ name, value, modifiedAt: at }) => {
    // Most are of the last change, and an instant takes as long to print as all else.
    const attribute = { value, modifiedAt: at === modifiedAt ? lastChangedAt : instant(at) }
    return [name, attribute] as const
  })
  return {
    client: clientCode,
    visitorId: id,
    modifiedAt: lastChangedAt,
    profileAttributes: Object.fromEntries(named),
  }
}

/** Milliseconds and a numeric offset, as the documentation prints it (wire fact D37). */
const instant = (ms: number) => `${new Date(ms).toISOString().slice(0, -1)}+00:00`
