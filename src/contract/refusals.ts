import type * as v from 'valibot'
import {
  type ErrorCode,
  ErrorResponse,
  Problem,
  PROBLEM_MEDIA_TYPE,
  ProfileError,
  ProfileRefusal,
} from './errors.ts'
import { ADMIN_MEDIA_TYPE, type Family, type Operation, type OperationPermission } from './operation.ts'

const NOT_SIGNED_IN = ['signed-out', 'set-up-required', 'not-same-origin'] as const

/** What any operation of a family may be refused with: by its address, its media type or a service that cannot go on. */
const BY_FAMILY: Record<Family, readonly ErrorCode[]> = {
  admin: ['not-found', 'not-acceptable', 'unavailable', 'internal'],
  profile: ['invalid-request', 'not-found', 'unavailable', 'internal'],
  console: ['invalid-request', 'unavailable', 'internal'],
}

/** Every code that an operation may be refused with, by the status that goes with it, each code once. */
export function refusalsOf(operation: Operation): ErrorCode[] {
  const { family, permission, freshSignIn, query, body, refusals } = operation
  const byInput: ErrorCode[] = [
    ...(freshSignIn ? (['fresh-sign-in-required'] as const) : []),
    ...(query || body ? (['invalid-request'] as const) : []),
    // Of a body's coding or charset; of its media type the admin family says `not-acceptable` (wire fact A9).
    ...(body ? (['content-too-large', 'unsupported-media-type'] as const) : []),
  ]
  return [...new Set([...BY_FAMILY[family], ...byAccess(permission), ...byInput, ...refusals])]
}

function byAccess(access: OperationPermission): readonly ErrorCode[] {
  if (access === 'none') return ['not-same-origin']
  if (access === 'shown-token') return ['not-same-origin', 'token-required']
  if (access === 'profile-token') return ['token-required', 'invalid-token', 'insufficient-scope']
  return access === 'signed-in' ? NOT_SIGNED_IN : [...NOT_SIGNED_IN, 'forbidden']
}

/** The body that an operation refuses in, which is its family's; the profile family's follows the media type asked for. */
export function refusalBodyOf({ family, mediaType }: Operation): {
  mediaType: string
  schema: v.GenericSchema
} {
  if (family === 'admin') return { mediaType: ADMIN_MEDIA_TYPE, schema: ErrorResponse }
  if (family === 'console') return { mediaType: PROBLEM_MEDIA_TYPE, schema: Problem }
  return mediaType === 'text/xml'
    ? { mediaType, schema: ProfileRefusal }
    : { mediaType: 'application/json', schema: ProfileError }
}
