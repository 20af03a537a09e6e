import { UPDATE_LIMIT_BODY_BYTES, UPDATE_LIMIT_QUERY_BYTES, type ProfileIdKind } from '#contract/profiles.ts'
import type { Context } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { boundedText } from '../http/input.ts'
import { NUL } from '../http/without-nul.ts'
import { requireProfileId } from './profile-id.ts'
import type { ProfileStore } from './store.ts'

const PARAMETERS = { mboxPC: 'pcId', mbox3rdPartyId: 'thirdPartyId' } as const satisfies Record<
  string,
  ProfileIdKind
>
const ATTRIBUTE_PREFIX = 'profile.'

/**
 * Updates one profile that exists and creates none (wire fact D33). Empty values never clear, as in a batch. A profile
 * that is not there is answered as if it were, because Adobe's endpoint says that the request was submitted, not that
 * a profile changed.
 *
 * @param parameters of the query and of the form body, in that order
 * @throws ServiceError `invalid-request` that says what was expected
 */
export async function updateProfile(
  { profiles }: { profiles: ProfileStore },
  { client, now }: Context,
  parameters: URLSearchParams,
): Promise<void> {
  requireNoNul(parameters)
  const { idKind, id } = profileIdOf(parameters)
  const attributes = attributesOf(parameters)
  if (attributes.length === 0) return
  const { clientCode } = client
  const outcome = await profiles.update({ clientCode, idKind, id, attributes, modifiedAt: now })
  if (outcome !== 'too-large') return
  throw new ServiceError(
    'content-too-large',
    'The profile would hold more than 64 KB of data; nothing was changed.',
  )
}

function requireNoNul(parameters: URLSearchParams): void {
  if (![...parameters].some((pair) => pair.join().includes(NUL))) return
  throw new ServiceError(
    'invalid-request',
    'The update holds a NUL character (%00), which no profile can hold.',
  )
}

function profileIdOf(parameters: URLSearchParams): { idKind: ProfileIdKind; id: string } {
  const given = Object.entries(PARAMETERS).flatMap(([name, idKind]) =>
    parameters.getAll(name).map((id) => ({ idKind, id })),
  )
  const [only, another] = given
  if (only === undefined || another !== undefined) {
    throw new ServiceError('invalid-request', 'Give one of mboxPC and mbox3rdPartyId, once.')
  }
  requireProfileId(only.id)
  return only
}

function attributesOf(parameters: URLSearchParams): [name: string, value: string][] {
  const given = new Map<string, string>()
  for (const [parameter, value] of parameters) {
    const name = parameter.slice(ATTRIBUTE_PREFIX.length)
    if (parameter.startsWith(ATTRIBUTE_PREFIX) && name !== '' && value !== '') given.set(name, value)
  }
  return [...given]
}

/**
 * The parameters of an update, wherever they stand: some connectors post everything in the address and no body (D36).
 *
 * @throws ServiceError `uri-too-long` or `content-too-large`, naming the limit
 */
export async function parametersOf(request: Request): Promise<URLSearchParams> {
  const { search } = new URL(request.url)
  if (search.length > UPDATE_LIMIT_QUERY_BYTES) {
    throw new ServiceError(
      'uri-too-long',
      'The parameters in the address are longer than 8 KB; POST them in the body.',
    )
  }
  const inQuery = new URLSearchParams(search)
  if (request.method === 'GET') return inQuery
  requireForm(request.headers.get('Content-Type'))
  const inBody = new URLSearchParams(await boundedText(request.body ?? [], UPDATE_LIMIT_BODY_BYTES))
  return new URLSearchParams([...inQuery, ...inBody])
}

function requireForm(contentType: string | null): void {
  if (!/^(application\/json|multipart\/)/i.test(contentType ?? '')) return
  throw new ServiceError(
    'unsupported-media-type',
    'An update is a form: curl -d "mboxPC=123&profile.city=Oslo" URL',
  )
}
