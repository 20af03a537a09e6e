import type { Ports } from '#service/app.ts'
import { auditRecord } from '#service/audit/record.ts'
import { contextWithoutRequest } from '#service/context.ts'
import { recoveryCodeSha256 } from '#service/passkeys/recovery-codes.ts'

/** A recovery code that is good in a scenario with passkeys. */
export const GOOD_CODE = 'aaaaaa-bbbbbb-cccccc-dddddd'

const HOUR_MS = 3_600_000
const CODES = [GOOD_CODE, 'b', 'c', 'd', 'e', 'f', 'g']

/**
 * Gives a person two passkeys and what is left of their recovery codes. No authenticator made them, so no browser can use
 * them here: a new one can be added, and used.
 */
export async function givePasskeys(ports: Ports, email: string, host: string): Promise<void> {
  const user = await ports.users.findByEmail(email)
  if (user === undefined) return
  const now = ports.now()
  const made = [
    { name: 'Work laptop', rpId: host, isBackedUp: false, lastUsedAt: now - 26 * HOUR_MS },
    { name: 'Phone', rpId: 'profiles.northwind.example', isBackedUp: true, lastUsedAt: null },
  ]
  for (const [index, one] of made.entries()) {
    const passkey = {
      ...one,
      id: `passkey-${index}`,
      credentialId: `credential-${index}`,
      userId: user.id,
      publicKey: '',
      signCount: 0,
      transports: ['internal'],
      isBackupEligible: one.isBackedUp,
      createdAt: now - (900 - index * 400) * HOUR_MS,
    }
    const context = contextWithoutRequest(ports, 'system')
    const record = auditRecord(ports, context, 'passkey.added', passkey.id, { name: passkey.name })
    const codesSha256 = index === 0 ? CODES.map(recoveryCodeSha256) : null
    await ports.passkeys.add({ passkey, codesSha256 }, made.length, record)
  }
}
