import type { ErrorCode } from './errors.ts'
import type { OperationPermission, Family, Operation } from './operation.ts'

const NOT_SIGNED_IN = ['signed-out', 'set-up-required', 'not-same-origin'] as const

/** What any operation of a family may be refused with: by its address, its media type or a service that cannot go on. */
const BY_FAMILY: Record<Family, readonly ErrorCode[]> = {
  admin: ['not-found', 'not-acceptable', 'unavailable', 'internal'],
  profile: ['invalid-request', 'not-found', 'unavailable', 'internal'],
  console: ['invalid-request', 'unavailable', 'internal'],
}

/** Every code that an operation may be refused with, by the status that goes with it, each code once. */
export function refusalsOf({ family, permission, query, body, refusals }: Operation): ErrorCode[] {
  const byInput: ErrorCode[] = [
    ...(query || body ? (['invalid-request'] as const) : []),
    ...(body ? (['content-too-large'] as const) : []),
  ]
  return [...new Set([...BY_FAMILY[family], ...byAccess(permission), ...byInput, ...refusals])]
}

function byAccess(access: OperationPermission): readonly ErrorCode[] {
  if (access === 'none') return []
  if (access === 'profile-token') return ['token-required', 'invalid-token', 'insufficient-scope']
  return access === 'signed-in' ? NOT_SIGNED_IN : [...NOT_SIGNED_IN, 'forbidden']
}
