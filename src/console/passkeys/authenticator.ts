import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'
import type {
  AuthenticationCredential,
  CreationOptions,
  RegistrationCredential,
  RequestOptions,
} from '#contract/webauthn.ts'

/** Whether the browser has passkeys at this address: not over plain http. */
export const hasPasskeys = browserSupportsWebAuthn

/** Has the browser make a passkey. @throws as `problemOf` tells */
export async function makePasskey(optionsJSON: CreationOptions): Promise<RegistrationCredential> {
  const { id, rawId, response } = await startRegistration({ optionsJSON })
  const { clientDataJSON, attestationObject, transports = [] } = response
  return { id, rawId, type: 'public-key', response: { clientDataJSON, attestationObject, transports } }
}

/** Has the browser use one. @throws as `problemOf` tells */
export async function answerWithPasskey(optionsJSON: RequestOptions): Promise<AuthenticationCredential> {
  const { id, rawId, response } = await startAuthentication({ optionsJSON })
  return { id, rawId, type: 'public-key', response }
}

/**
 * Why the browser did not do it; null for an error that is none of its own. Source: the exceptions of WebAuthn Level 3,
 * sections 5.1.3 and 5.1.4; a person who says no and a time that is over are one of them on purpose.
 */
export function problemOf(error: unknown): 'cancelled' | 'already' | 'notHere' | 'unknown' | null {
  if (!(error instanceof Error)) return null
  switch (error.name) {
    case 'NotAllowedError':
    case 'AbortError':
      return 'cancelled'
    case 'InvalidStateError':
      return 'already'
    case 'SecurityError':
      return 'notHere'
    case 'NotSupportedError':
    case 'ConstraintError':
    case 'UnknownError':
      return 'unknown'
    default:
      return null
  }
}
