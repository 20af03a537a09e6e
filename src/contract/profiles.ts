import * as v from 'valibot'
import { operation } from './operation.ts'

/** Longest pcId or thirdPartyId, in characters. Source: wire fact D19. */
export const PROFILE_ID_LIMIT = 256

/** Most bytes a profile may take: its attributes as stored, with names, values and instants. Source: wire fact D14. */
export const PROFILE_LIMIT_BYTES = 64 * 1024
/** Longest single update, in bytes: in the address, in the body. Source: wire fact D35. */
export const UPDATE_LIMIT_QUERY_BYTES = 8 * 1024
export const UPDATE_LIMIT_BODY_BYTES = 60 * 1024

/** What the parameters of a single update begin with before the name of an attribute. Source: wire fact D33. */
export const ATTRIBUTE_PREFIX = 'profile.'

/** The two names the first column of a batch may have. Source: wire fact D10. */
export const ProfileIdKind = v.picklist(['pcId', 'thirdPartyId'])
export type ProfileIdKind = v.InferOutput<typeof ProfileIdKind>

/**
 * A profile as read back; `visitorId` is the identifier it was asked for by. Instants carry milliseconds and a
 * numeric offset. Source: Adobe Target documentation, "Fetch profiles", wire fact D37.
 */
export const Profile = v.object({
  client: v.string(),
  visitorId: v.string(),
  modifiedAt: v.string(),
  profileAttributes: v.record(v.string(), v.object({ value: v.string(), modifiedAt: v.string() })),
})
export type Profile = v.InferOutput<typeof Profile>

/** The answer to a single update, whether or not there is such a profile. Source: wire fact D34. */
export const UpdateSubmitted = v.object({
  success: v.literal(true),
  pcId: v.literal(''),
  message: v.string(),
})
export type UpdateSubmitted = v.InferOutput<typeof UpdateSubmitted>

/** A profile as the console shows it; its attributes in a list, because one may have any name. */
export const ShownProfile = v.object({
  client: v.string(),
  idKind: ProfileIdKind,
  id: v.string(),
  /** ISO 8601 in UTC. */
  modifiedAt: v.string(),
  /** The last changed first. */
  attributes: v.array(v.object({ name: v.string(), value: v.string(), modifiedAt: v.string() })),
})
export type ShownProfile = v.InferOutput<typeof ShownProfile>

/** What is known of a visitor by one of their identifiers. */
export const LookedUp = v.object({
  /** Null where there is none. */
  profile: v.nullable(ShownProfile),
  /** Whether there is a profile by the same identifier as one of the other kind. */
  isOfOtherKind: v.boolean(),
  /** Rows of accepted batches that are not applied yet, and may be about this profile. */
  waitingRows: v.number(),
})
export type LookedUp = v.InferOutput<typeof LookedUp>

export const LookUpInput = v.strictObject({
  idKind: ProfileIdKind,
  id: v.pipe(
    v.string(),
    v.nonEmpty('say which'),
    v.maxLength(PROFILE_ID_LIMIT, `at most ${PROFILE_ID_LIMIT} characters`),
    v.regex(/^[^+/]*$/, 'no identifier contains + or /'),
  ),
})
export type LookUpInput = v.InferOutput<typeof LookUpInput>

export const lookUpProfile = operation({
  id: 'lookUpProfile',
  family: 'console',
  method: 'POST',
  path: '/console/v1/profiles/look-up',
  summary: 'Look a profile up',
  description:
    'Attributes of a visitor, the last changed first. The identifier stands in the body, so that it reaches no address and no log. Looking leaves an audit record: who looked, and a fingerprint of the identifier.',
  body: LookUpInput,
  permission: 'profiles.view',
  status: 200,
  output: LookedUp,
  refusals: [],
})

const update = {
  family: 'profile',
  path: '/m2/:client/profile/update',
  // Read from the address itself: an attribute may have any name, and a parameter may stand twice.
  query: v.object({
    mboxPC: v.optional(v.pipe(v.string(), v.description('The pcId; or give mbox3rdPartyId.'))),
    mbox3rdPartyId: v.optional(v.pipe(v.string(), v.description('The thirdPartyId; or give mboxPC.'))),
  }),
  permission: 'profile-token',
  status: 200,
  output: UpdateSubmitted,
  mediaType: 'text/xml',
} as const

export const updateProfile = operation({
  ...update,
  id: 'getProfileUpdate',
  method: 'GET',
  summary: 'Update one existing profile by its address',
  description: 'Attributes are parameters named `profile.NAME`; an empty one changes nothing.',
  refusals: ['content-too-large', 'uri-too-long'],
})

export const postProfileUpdate = operation({
  ...update,
  id: 'postProfileUpdate',
  method: 'POST',
  summary: 'Update one existing profile by a form',
  description: 'As by the address; parameters may stand in the address, in the body or in both.',
  body: 'stream',
  refusals: ['uri-too-long'],
})

const read = {
  family: 'profile',
  method: 'GET',
  query: v.object({
    client: v.pipe(v.string(), v.description('The client code.')),
  }),
  permission: 'profile-token',
  refusals: [],
} as const

export const getProfileByPcId = operation({
  ...read,
  id: 'getProfileByPcId',
  path: '/rest/v1/profiles/:pcId',
  summary: 'Read a profile by pcId',
  description: 'Attributes and when each changed.',
  status: 200,
  output: Profile,
})

export const getProfileByThirdPartyId = operation({
  ...read,
  id: 'getProfileByThirdPartyId',
  path: '/rest/v1/profiles/thirdPartyId/:thirdPartyId',
  summary: 'Read a profile by thirdPartyId',
  description: 'Attributes and when each changed.',
  status: 200,
  output: Profile,
})

export const getProfileByEcid = operation({
  ...read,
  id: 'getProfileByEcid',
  path: '/rest/v1/profiles/marketingCloudVisitorId/:marketingCloudVisitorId',
  summary: 'Read a profile by Experience Cloud id',
  description:
    'Always answers 404: no profile here is keyed by it, because neither batches nor single updates take one.',
})
