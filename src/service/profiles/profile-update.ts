import { ID_PROBLEMS, problemOfId } from '#batch-file/profile-id.ts'
import {
  ATTRIBUTE_PREFIX,
  type ProfileIdKind,
  UPDATE_LIMIT_BODY_BYTES,
  UPDATE_LIMIT_QUERY_BYTES,
} from '#contract/profiles.ts'
import type { Context } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { charsetOf, requireShorter } from '../http/content.ts'
import { boundedText } from '../http/input.ts'
import { formIn, NUL } from '../http/text.ts'
import type { ProfileStore } from './store.ts'

const PARAMETERS = { mboxPC: 'pcId', mbox3rdPartyId: 'thirdPartyId' } as const satisfies Record<
  string,
  ProfileIdKind
>

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
  requireAttribute(parameters)
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
  const problem = problemOfId(only.id)
  if (problem !== null) throw new ServiceError('invalid-request', `${ID_PROBLEMS[problem]}.`)
  return only
}

/** One that is empty changes nothing, but says what its caller means. */
function requireAttribute(parameters: URLSearchParams): void {
  if (
    [...parameters.keys()].some(
      (name) => name.length > ATTRIBUTE_PREFIX.length && name.startsWith(ATTRIBUTE_PREFIX),
    )
  )
    return
  throw new ServiceError(
    'invalid-request',
    'Name what to change, such as profile.city=Oslo: the update has no attribute.',
  )
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
 * @param content of a POST
 * @throws ServiceError `uri-too-long` or `content-too-large`, naming the limit; `unsupported-media-type` or `invalid-request` for
 *   a body that is no form
 */
export async function parametersOf(
  { method, url, headers }: Request,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = [],
): Promise<URLSearchParams> {
  const { search } = new URL(url)
  if (search.length - '?'.length > UPDATE_LIMIT_QUERY_BYTES) {
    throw new ServiceError(
      'uri-too-long',
      'The parameters in the address are longer than 8 KB; POST them in the body.',
    )
  }
  const inQuery = new URLSearchParams(search)
  if (method === 'GET') return inQuery
  const contentType = headers.get('Content-Type')
  requireForm(contentType)
  requireShorter(headers, UPDATE_LIMIT_BODY_BYTES)
  const charset = charsetOf(contentType)
  const text = await boundedText(content, UPDATE_LIMIT_BODY_BYTES, charset)
  const form = text.split('&').map(withoutBlanksAround).join('&')
  if (/^[{[<]/.test(form)) throw new ServiceError('invalid-request', `The body is no form. ${EXAMPLE}`)
  return new URLSearchParams([...inQuery, ...formIn(form, charset)])
}

const EXAMPLE = 'An update is a form: curl -d "mboxPC=123&profile.city=Oslo" URL'

/** Without what separates parameters in a file. In steps, because a pattern takes the square of their number. */
function withoutBlanksAround(parameter: string): string {
  const isBlank = (at: number) => ' \t\r\n'.includes(parameter.charAt(at))
  let [start, end] = [0, parameter.length]
  while (start < end && isBlank(start)) start += 1
  while (end > start && isBlank(end - 1)) end -= 1
  return parameter.slice(start, end)
}

/** @throws ServiceError `unsupported-media-type` for what says of itself that it is none */
function requireForm(contentType: string | null): void {
  if (/^\s*(?:application\/x-www-form-urlencoded\s*(?:;|$)|$)/i.test(contentType ?? '')) return
  throw new ServiceError('unsupported-media-type', `${EXAMPLE}, in UTF-8 or another charset that it names.`)
}
