import type { AuthenticationCredential } from '#contract/webauthn.ts'
import { auditRecord } from '../audit/record.ts'
import type { RefusalTrace } from '../audit/refusals.ts'
import type { Context } from '../context.ts'
import type { Random } from '../ports.ts'
import type { RelyingParty } from './relying-party.ts'
import type { PasskeyUse, StoredCeremony, StoredPasskey } from './store.ts'
import { verifiedAuthentication } from './webauthn.ts'

/**
 * What the use of a passkey changes about it, where its authenticator answered what it was asked.
 *
 * A count that is not above the last one means that there may be a copy of the key: that use is refused and recorded. The
 * passkey itself works on, for it may be the copy that lags. Whether a copy may be kept never changes; whether one is kept
 * does. Source: WebAuthn Level 3, section 7.2, steps 18 to 25.
 *
 * @returns null for an answer that is refused
 */
export async function judgedUse(
  needs: { refusals: RefusalTrace; random: Random },
  context: Context,
  passkey: StoredPasskey,
  { challenge }: Pick<StoredCeremony, 'challenge'>,
  credential: AuthenticationCredential,
  relyingParty: RelyingParty,
): Promise<PasskeyUse | null> {
  const used = await verifiedAuthentication(relyingParty, challenge, credential, passkey)
  if (used === null || used.isBackupEligible !== passkey.isBackupEligible) return null
  const { id, name, signCount } = passkey
  const doesCount = signCount > 0 || used.signCount > 0
  if (doesCount && used.signCount <= signCount) {
    const record = auditRecord(needs, context, 'passkey.copy-suspected', id, { name }, 'refused')
    await needs.refusals.record(record)
    return null
  }
  return { id, signCount: used.signCount, isBackedUp: used.isBackedUp, at: context.now }
}
