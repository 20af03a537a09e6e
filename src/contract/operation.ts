import type * as v from 'valibot'
import type { ErrorCode } from './errors.ts'
import type { Permission } from './roles.ts'

/** Media type of the admin family's requests and answers. Source: Adobe Target Admin API, wire fact A9. */
export const ADMIN_MEDIA_TYPE = 'application/vnd.adobe.target.v1+json'

/**
 * Field in the header of a profile API answer: until when the token that the call showed works, ISO 8601 in UTC. There
 * from 14 days before that on, and from the moment when the token was replaced.
 */
export const TOKEN_WORKS_UNTIL = 'Token-Works-Until'

/** Media type of a batch and of a single update, which are no JSON. Source: wire facts D8 and D36. */
export const FORM_MEDIA_TYPE = 'application/x-www-form-urlencoded'

/** The three dialects of the API: who may call, media types and error bodies are the family's. */
export type Family = 'admin' | 'profile' | 'console'

/** Media type of a family's JSON, sent and answered. */
export const jsonMediaTypeOf = (family: Family): string =>
  family === 'admin' ? ADMIN_MEDIA_TYPE : 'application/json'

/** Named texts: the parameters of a query or the fields of a header. */
type Fields = v.ObjectSchema<v.ObjectEntries, undefined>

/** Fields of an answer's header that an operation promises; every answer also carries `X-Request-Id`. */
export type AnswerHeader = 'ETag' | 'Set-Cookie' | 'Content-Disposition'

/**
 * What an operation takes to be called: a permission, a session, the profile authentication token where it is required,
 * any token at all, which is then looked at.
 */
export type OperationPermission = Permission | 'signed-in' | 'profile-token' | 'shown-token' | 'none'

/** All that is said of an operation; route, client, OpenAPI document and the tests' check of answers are made of it. */
export type Operation = {
  /** Unique, and the `operationId` of the OpenAPI document. */
  id: string
  family: Family
  method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'
  /** `:name` stands for one path segment. */
  path: string
  summary: string
  /** For whoever calls it; Markdown. */
  description: string
  query?: Fields
  /** Older spellings of query parameters, each with the name it stands for. */
  formerNames?: Readonly<Record<string, string>>
  headers?: Fields
  /** A schema for JSON, optional where the body may be missing; `stream` for bytes that the rule reads as they come. */
  body?: v.GenericSchema | 'stream'
  /** Of a body that is no JSON of the family's, and no form either. */
  bodyMediaTypes?: readonly string[]
  permission: OperationPermission
  /**
   * Where it is refused to a person who last proved long ago who they are, until they do so anew: `always`, or only
   * `to-turn-off` Require Authentication, which its rule sees to.
   */
  freshSignIn?: 'always' | 'to-turn-off'
  /** Of the answer when all is well; left out for an operation that is always refused. */
  status?: 200 | 201 | 204
  /** What that answer holds; left out for one without a body. */
  output?: v.GenericSchema
  /** The answer's, where it is not the family's JSON; the profile family refuses in it too. */
  mediaType?: 'text/xml' | 'text/csv' | 'application/jsonl'
  /** Whether it is sent as it is made, for however much there is of it. */
  isStreamed?: true
  answerHeaders?: readonly AnswerHeader[]
  /** Why it may be refused, besides what its family, its permission and its input bring about by themselves. */
  refusals: readonly ErrorCode[]
}

/** Declares an operation. Free of effects, so that whoever calls one operation loads no other. */
// @__NO_SIDE_EFFECTS__
export function operation<const Declared extends Operation>(declared: Declared): Declared {
  return declared
}

type PathNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** A value for each `:name` of a path. */
export type PathParameters<Path extends string> = { [Name in PathNames<Path>]: string }

/** A member that may be left out when it may be empty. */
type Part<Name extends string, Value> = undefined extends Value
  ? { [Key in Name]?: Value }
  : object extends Value
    ? { [Key in Name]?: Value }
    : { [Key in Name]: Value }

type InputOf<Schema> = Schema extends v.GenericSchema ? v.InferInput<Schema> : object
type OutputOf<Schema> = Schema extends v.GenericSchema ? v.InferOutput<Schema> : object

/** What a caller gives an operation: `path`, `query`, `headers` and `body`, each only where the operation has it. */
export type Input<Called extends Operation> = Part<'path', PathParameters<Called['path']>> &
  Part<'query', InputOf<Called['query']>> &
  Part<'headers', InputOf<Called['headers']>> &
  (Called['body'] extends v.GenericSchema ? Part<'body', v.InferInput<Called['body']>> : unknown)

/** What the rule behind an operation is given: the same, read by the schemas. */
export type Received<Called extends Operation> = {
  path: PathParameters<Called['path']>
  query: OutputOf<Called['query']>
  headers: OutputOf<Called['headers']>
  body: Called['body'] extends v.GenericSchema
    ? v.InferOutput<Called['body']>
    : Called['body'] extends 'stream'
      ? AsyncIterable<Uint8Array>
      : undefined
}

/** What an operation answers; nothing for one without a body. */
export type Output<Called extends Operation> = Called['isStreamed'] extends true
  ? ReadableStream<Uint8Array>
  : Called['output'] extends v.GenericSchema
    ? v.InferOutput<Called['output']>
    : void

/** The operation's address with its `:name` segments filled in, each percent-encoded. */
export function pathOf<Path extends string>(
  { path }: { path: Path },
  parameters: PathParameters<Path>,
): string {
  const values: Record<string, string> = parameters
  return path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
}
