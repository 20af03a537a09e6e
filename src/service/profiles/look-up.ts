import type { LookedUp, LookUpInput, ProfileIdKind, ShownProfile } from '#contract/profiles.ts'
import { auditRecord } from '../audit/record.ts'
import type { AuditStore } from '../audit/store.ts'
import type { Context } from '../context.ts'
import type { Cipher, Random } from '../ports.ts'
import type { ProfileStore, StoredProfile } from './store.ts'

export type LookUpNeeds = {
  profiles: ProfileStore
  /** Of batches that are accepted and not applied. */
  batches: { backlog(clientCode: string): Promise<{ waitingRows: number }> }
  audit: AuditStore
  cipher: Cipher
  random: Random
}

const OTHER_KIND = { pcId: 'thirdPartyId', thirdPartyId: 'pcId' } as const satisfies Record<
  ProfileIdKind,
  ProfileIdKind
>

/** Shows a visitor's profile, once it is recorded who looked: what cannot be recorded is not shown. */
export async function lookUpProfile(
  needs: LookUpNeeds,
  context: Context,
  { idKind, id }: LookUpInput,
): Promise<LookedUp> {
  const { clientCode } = context.client
  const [found, other, { waitingRows }, fingerprint] = await Promise.all([
    needs.profiles.find(clientCode, idKind, id),
    needs.profiles.find(clientCode, OTHER_KIND[idKind], id),
    needs.batches.backlog(clientCode),
    needs.cipher.fingerprint(id, `profile ${clientCode} ${idKind}`),
  ])
  const detail = { idKind, isFound: found !== undefined }
  await needs.audit.append(auditRecord(needs, context, 'profile.looked-up', fingerprint, detail))
  return { profile: found ? shown(found) : null, isOfOtherKind: other !== undefined, waitingRows }
}

function shown({ clientCode, idKind, id, modifiedAt, attributes }: StoredProfile): ShownProfile {
  const lastChangedFirst = attributes.toSorted(
    (one, other) => other.modifiedAt - one.modifiedAt || (one.name < other.name ? -1 : 1),
  )
  return {
    client: clientCode,
    idKind,
    id,
    modifiedAt: instant(modifiedAt),
    attributes: lastChangedFirst.map((attribute) => ({
      ...attribute,
      modifiedAt: instant(attribute.modifiedAt),
    })),
  }
}

const instant = (ms: number) => new Date(ms).toISOString()
