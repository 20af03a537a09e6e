import type { AuditRecord } from '../audit/store.ts'
import { ServiceError } from '../errors.ts'
import type { Random } from '../ports.ts'
import type { CeremonyKind, CeremonyStore, StoredCeremony } from './store.ts'
import { textOf } from './webauthn.ts'

/** For how long an authenticator may take to answer, and a second step to be done. */
const ASKED_SECONDS = 300
const SECOND_STEP_SECONDS = 600

/** Questions to nobody known that wait at once, over all processes: what floods them costs others a wait, never the database. */
const MOST_OF_NOBODY = 10_000

const CHALLENGE_BYTES = 32

export type CeremonyNeeds = { ceremonies: CeremonyStore; random: Random }

/**
 * Asks an authenticator something, or has a sign-in wait for its second step.
 *
 * @param audit the record of it, null where it leaves none
 * @throws ServiceError `unavailable` when too many of nobody known wait, with Retry-After in seconds
 */
export async function beginCeremony(
  { ceremonies, random }: CeremonyNeeds,
  begun: Pick<StoredCeremony, 'keySha256' | 'kind' | 'userId' | 'verifiedSecret'>,
  now: number,
  audit: AuditRecord | null,
): Promise<{ challenge: Uint8Array<ArrayBuffer>; expiresAt: number }> {
  const challenge = random(CHALLENGE_BYTES)
  const isSecondStep = begun.kind === 'passkey' || begun.kind === 'first-passkey'
  const expiresAt = now + (isSecondStep ? SECOND_STEP_SECONDS : ASKED_SECONDS) * 1000
  const ceremony = { ...begun, challenge: textOf(challenge), expiresAt }
  if (await ceremonies.begin(ceremony, MOST_OF_NOBODY, now, audit)) return { challenge, expiresAt }
  throw new ServiceError('unavailable', 'Too many people are about to sign in with a passkey. Try again.', {
    headers: { 'Retry-After': '60' },
  })
}

/** The ceremony of that kind that a key is of; undefined when there is none, or it has expired. */
export async function waitingCeremony(
  { ceremonies }: Pick<CeremonyNeeds, 'ceremonies'>,
  keySha256: string,
  kind: CeremonyKind,
  now: number,
): Promise<StoredCeremony | undefined> {
  const found = await ceremonies.find(keySha256)
  if (found?.kind !== kind) return undefined
  if (now < found.expiresAt) return found
  // Gone for good, so that a clock that is set back does not bring it to life again.
  await ceremonies.removeExpired(now)
  return undefined
}
