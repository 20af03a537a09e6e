import type { Context as Call, Hono } from 'hono'
import {
  type AnswerHeader,
  type Family,
  jsonMediaTypeOf,
  type Operation,
  type OperationPermission,
  type Output,
  type Received,
} from '#contract/operation.ts'
import type { Context, SignedInContext } from '../context.ts'
import { Fault, ServiceError } from '../errors.ts'
import { requireFreshSignIn } from '../fresh-sign-in.ts'
import { requirePermission } from '../permissions.ts'
import { answer } from './answer.ts'
import type { ServiceEnv } from './env.ts'
import { receivedBody, receivedFields } from './input.ts'
import { allowedAt, methodNotAllowed } from './methods.ts'
import { XML_MEDIA_TYPE, xmlOf } from './xml.ts'

/** What is called, as far as a door asks: nothing has an id where there is no operation. */
type Called = { id?: string; permission: OperationPermission }

/** A dialect of the API, and the addresses that are its own. */
export type FamilyApp = {
  name: Family
  addresses: readonly string[]
  app: Hono<ServiceEnv>
  /** Says in its words why a call was refused, or that it failed. */
  errorAnswer: (error: Error, call: Call<ServiceEnv>) => Response
  /** Its door: says who calls, or throws. */
  enter: (call: Call<ServiceEnv>, called: Called) => Promise<Context>
  /** For how long a sign-in is fresh; left out where nobody signs in. */
  freshSignInSeconds?: number
  /** Does the work of an operation, for someone who is permitted to; where it is there, unless they call too often. */
  bounded?: <Done>(context: Context, work: () => Promise<Done>) => Promise<Done>
  /** Is told of each refused call of an operation, before the caller is. */
  refused?: (call: Call<ServiceEnv>, operation: Operation, refusal: ServiceError) => Promise<void>
}

/** The context that an operation's rule may count on. */
type ContextOf<Served extends Operation> = Served['permission'] extends
  'none' | 'profile-token' | 'shown-token'
  ? Context
  : SignedInContext

/** An answer with header fields that its operation declares. */
export class Answer<Body, Header extends AnswerHeader = AnswerHeader> {
  readonly body: Body
  readonly headers: Readonly<Record<Header, string | readonly string[]>>

  /** @param headers several values of a field become as many fields of that name */
  constructor(body: Body, headers: Record<Header, string | readonly string[]>) {
    this.body = body
    this.headers = headers
  }
}

type Answered<Served extends Operation> = Served['answerHeaders'] extends readonly (infer Header extends
  AnswerHeader)[]
  ? Answer<Output<Served>, Header>
  : Output<Served>

type Handler<Served extends Operation> = (
  context: ContextOf<Served>,
  received: Received<Served>,
  request: Request,
) => Promise<Answered<Served>>

/**
 * Mounts an operation as the contract declares it: lets in whom its permission lets in, reads what it takes by its
 * schemas, and writes the answer in its media type. The body is read last, so that a refusal costs the caller no upload;
 * what it asks for is done only for someone who is still let in once it is there.
 *
 * @param handle the rule; it also gets the request itself, for what no schema tells, such as where it was sent to
 */
export function serve<const Served extends Operation>(
  family: FamilyApp,
  operation: Served,
  handle: Handler<NoInfer<Served>>,
): void {
  const { app, enter, freshSignInSeconds = 0, bounded = (_, work) => work() } = family
  const queryOf = queryReader(operation)
  const headersOf = headersReader(operation)
  const served = async (call: Call<ServiceEnv>) => {
    // It comes where GET does, and must not do what some of those do: change, or leave a record.
    if (call.req.method === 'HEAD')
      throw methodNotAllowed(allowedAt(operation.family, call.req.path) ?? operation.method)
    const context = permitted(await enter(call, operation))
    return bounded(context, () => answerTo(call, context))
  }
  app.on(operation.method, operation.path, orErrorAnswer(family, served, operation))

  function permitted(context: Context): Context {
    requirePermission(context.actor, operation.permission)
    if (operation.freshSignIn === 'always') requireFreshSignIn({ freshSignInSeconds }, context)
    return context
  }

  async function answerTo(call: Call<ServiceEnv>, atFirst: Context): Promise<Response> {
    const received = {
      path: call.req.param(),
      query: queryOf(call.req.raw.url),
      headers: headersOf(call.req.raw.headers),
      body:
        operation.body && (await receivedBody(operation.body, operation, call.req.raw, call.env?.stopping)),
    }
    const isBodyRead = operation.body !== undefined && operation.body !== 'stream'
    // A body may take half an hour, and who sends it may lose meanwhile what let them in.
    const context = isBodyRead ? permitted(await enter(call, operation)) : atFirst
    // oxlint-disable typescript/no-unsafe-type-assertion -- the declaration that the types are made of is what was just read by
    if (operation.body === 'stream' && 'session' in context.actor) {
      received.body = thenPermitted(call, received.body as AsyncIterable<Uint8Array>)
    }
    const answered = await handle(context as ContextOf<Served>, received as Received<Served>, call.req.raw)
    // oxlint-enable typescript/no-unsafe-type-assertion
    return responseOf(call, operation, answered)
  }

  /** A body that its rule reads as it comes, and that ends by a refusal for someone who is let in no more. */
  async function* thenPermitted(call: Call<ServiceEnv>, body: AsyncIterable<Uint8Array>) {
    yield* body
    permitted(await enter(call, operation))
  }
}

/**
 * Answers everything else at the family's addresses, to those whom its door lets in; which methods there are, to anyone. A page
 * of another site is told no more, so its browser reads nothing and sends no more than a form can. To be called last.
 */
export function serveNothingElse(family: FamilyApp): void {
  const { name, addresses, app, enter } = family
  const nothing = async (call: Call<ServiceEnv>) => {
    const allowed = allowedAt(name, call.req.path)
    if (allowed !== undefined && call.req.method === 'OPTIONS')
      return answer(call, null, 204, { Allow: allowed })
    await enter(call, { permission: name === 'profile' ? 'profile-token' : 'signed-in' })
    if (allowed !== undefined) throw methodNotAllowed(allowed)
    throw new ServiceError('not-found', `The ${name} API has no such resource.`)
  }
  for (const address of addresses) app.all(address, orErrorAnswer(family, nothing))
}

/**
 * What answers a call, in the family's words where it is refused or fails. Not by an error handler of the family's app, for which Hono
 * would compose each call's handlers anew.
 */
const orErrorAnswer =
  (
    { refused = async () => {}, errorAnswer }: FamilyApp,
    answered: (call: Call<ServiceEnv>) => Promise<Response>,
    operation?: Operation,
  ) =>
  async (call: Call<ServiceEnv>): Promise<Response> => {
    try {
      return await answered(call)
    } catch (thrown) {
      const isRefused = operation !== undefined && thrown instanceof ServiceError
      // Of a refusal that leaves no record, though it should, the failure is told.
      const error = isRefused
        ? await refused(call, operation, thrown).then(() => thrown, asError)
        : asError(thrown)
      call.error = error
      return errorAnswer(error, call)
    }
  }

const asError = (thrown: unknown) =>
  thrown instanceof Error ? thrown : new Fault('Something was thrown that is no error.')

/** What reads the parameters of an operation's calls off their addresses, by the names that they have today. */
function queryReader({ query, formerNames = {} }: Operation): (address: string) => unknown {
  if (query === undefined) return () => ({})
  const names = new Map(Object.entries(formerNames))
  const known = new Set([...Object.keys(query.entries), ...names.keys()])

  /** @throws ServiceError `invalid-request` for one of ours that is given twice */
  return (address) => {
    const given = parametersIn(address)
    const read: Record<string, string> = {}
    for (const [name, value] of given) {
      if (!known.has(name)) continue
      if (given.getAll(name).length > 1)
        throw new ServiceError('invalid-request', `${name} is given more than once.`)
      const today = names.get(name) ?? name
      // It counts where a former name is given beside it.
      if (today === name || !given.has(today)) read[today] = value
    }
    return receivedFields(query, read)
  }
}

/** Read by the platform, which takes a seventh of what Hono takes for all of them. */
function parametersIn(address: string): URLSearchParams {
  const start = address.indexOf('?')
  return new URLSearchParams(start === -1 ? '' : address.slice(start + 1))
}

/** The same of their header fields. */
function headersReader({ headers: schema }: Operation): (headers: Headers) => unknown {
  if (schema === undefined) return () => ({})
  const names = Object.keys(schema.entries)
  return (headers) => {
    const given = names.flatMap((name): [string, string][] => {
      const value = headers.get(name)
      return value === null ? [] : [[name, value]]
    })
    return receivedFields(schema, Object.fromEntries(given))
  }
}

/**
 * What serves HTTP ends an answer whose body fails as if it were whole, with the words of the failure behind it. So such a
 * body comes to its end, on a connection that is no more.
 */
function brokenOffAtFailure(body: ReadableStream<Uint8Array>, breakOff: () => void) {
  const reader = body.getReader()
  return new ReadableStream<Uint8Array>({
    async pull(stream) {
      try {
        const { done, value } = await reader.read()
        if (done) stream.close()
        else stream.enqueue(value)
      } catch {
        breakOff()
        stream.close()
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
}

const CONTENT_TYPE = {
  'text/csv': 'text/csv;charset=utf-8;header=present',
  'application/jsonl': 'application/jsonl',
}

function responseOf(
  call: Call<ServiceEnv>,
  { family, status = 200, output, mediaType }: Operation,
  answered: unknown,
): Response {
  const { breakOff, setCookie }: Partial<ServiceEnv['Bindings']> = call.env ?? {}
  const { body, headers } = answered instanceof Answer ? answered : { body: answered, headers: {} }
  if (setCookie) for (const value of [headers['Set-Cookie'] ?? []].flat()) setCookie(value)
  if (output === undefined) return answer(call, null, status, headers)
  if (mediaType === 'text/xml') {
    return answer(call, xmlOf(body), status, { ...headers, 'Content-Type': XML_MEDIA_TYPE })
  }
  if (mediaType !== undefined) {
    const sent = body instanceof ReadableStream && breakOff ? brokenOffAtFailure(body, breakOff) : body
    return answer(call, sent, status, { ...headers, 'Content-Type': CONTENT_TYPE[mediaType] })
  }
  return answer(call, JSON.stringify(body), status, { ...headers, 'Content-Type': jsonMediaTypeOf(family) })
}
