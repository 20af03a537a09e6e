import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import {
  adminErrorCodeOf,
  type ErrorCode,
  ErrorResponse,
  Problem,
  PROBLEM_MEDIA_TYPE,
  ProfileError,
  ProfileRefusal,
  STATUS_OF,
} from '#contract/errors.ts'
import { features, operations } from '#contract/features.ts'
import { ADMIN_MEDIA_TYPE, FORM_MEDIA_TYPE, type Operation } from '#contract/operation.ts'
import { refusalsOf } from '#contract/refusals.ts'
import { SESSION_COOKIE } from '../sign-in/session-cookie.ts'
import { headerDescriptions } from './headers.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of the service, written from the contract's operations. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    const path = operation.path.replaceAll(/:([a-zA-Z]+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: described(operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Profile API Console',
      version: '1',
      description: 'Admin and Profile API compatible with Adobe Target, and what the console itself calls.',
      license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
    },
    servers: [{ url: '/' }],
    tags: Object.values(TAGS).map((name) => ({ name, description: `The ${name}.` })),
    paths,
    components: { securitySchemes, schemas: schemasReferredToIn(paths) },
  }
}

const TAGS = { admin: 'Admin API', profile: 'Profile API', console: 'Console API' }

const securitySchemes = {
  accessToken: { type: 'http', scheme: 'bearer', description: 'From POST /console/v1/access-token.' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: `__Host-${SESSION_COOKIE}`,
    description: `From POST /console/v1/session; over plain http it is called \`${SESSION_COOKIE}\`.`,
  },
  profileToken: { type: 'http', scheme: 'bearer', description: 'The profile authentication token.' },
}

function securityOf({ permission }: Operation) {
  if (permission === 'none') return []
  // The empty one: while authentication is off, a call needs no token.
  if (permission === 'profile-token') return [{}, { profileToken: [] }]
  return [{ accessToken: [] }, { session: [] }]
}

function described(operation: Operation): Json {
  const { id, family, summary, description } = operation
  const parameters = parametersOf(operation)
  return {
    operationId: id,
    summary,
    description,
    tags: [TAGS[family]],
    security: securityOf(operation),
    ...(parameters.length > 0 && { parameters }),
    ...requestBodyOf(operation),
    responses: { ...successOf(operation), ...refusedOf(operation) },
  }
}

/** The contract's schemas by the names they are exported under. */
const named = new Map<v.GenericSchema, string>(
  features.flatMap((feature) =>
    Object.entries<unknown>(feature).flatMap(([name, value]) =>
      isSchema(value) ? [[value, name] as const] : [],
    ),
  ),
)

function isSchema(value: unknown): value is v.GenericSchema {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema'
}

const config = { errorMode: 'ignore', typeMode: 'input' } as const
const pathOfComponent = (name: string) => `#/components/schemas/${name}`

/** Those that the operations name, and those that these name in turn. */
function schemasReferredToIn(paths: Json): Json {
  const definitions = Object.fromEntries([...named].map(([schema, name]) => [name, schema]))
  const overrideRef = ({ referenceId }: { referenceId: string }) => pathOfComponent(referenceId)
  const schemas: Json = toJsonSchemaDefs(definitions, { ...config, overrideRef })
  const referred: Json = {}
  for (let at: unknown[] = [paths]; at.length > 0;) {
    const text = JSON.stringify(at)
    const found = Object.keys(schemas).filter(
      (name) => !(name in referred) && text.includes(`"${pathOfComponent(name)}"`),
    )
    for (const name of found) referred[name] = schemas[name]
    at = found.map((name) => schemas[name])
  }
  return referred
}

function schemaOf(schema: v.GenericSchema): Json {
  const name = named.get(schema)
  return name === undefined
    ? { ...toJsonSchema(schema, config), $schema: undefined }
    : { $ref: pathOfComponent(name) }
}

function parametersOf({ path, query, formerNames = {}, headers }: Operation): Json[] {
  const inPath = [...path.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = fieldsOf(query, 'query').map((parameter) => {
    const former = Object.keys(formerNames).filter((name) => formerNames[name] === parameter['name'])
    return former.length === 0
      ? parameter
      : { ...parameter, description: `Formerly \`${former.join('`, `')}\`.` }
  })
  return [...inPath, ...inQuery, ...fieldsOf(headers, 'header')]
}

function fieldsOf(fields: Operation['query'], place: 'query' | 'header'): Json[] {
  return Object.entries<v.GenericSchema>(fields?.entries ?? {}).map(([name, field]) => {
    const { schema, isOptional } = unwrapped(field)
    return { name, in: place, required: !isOptional, ...withDescription(schemaOf(schema)) }
  })
}

/** What a parameter is for stands beside its schema. */
function withDescription({ description, ...schema }: Json): Json {
  return { ...(description !== undefined && { description }), schema }
}

/** The schema inside `v.optional`. */
function unwrapped(schema: v.GenericSchema): { schema: v.GenericSchema; isOptional: boolean } {
  return schema.type === 'optional' && 'wrapped' in schema && isSchema(schema.wrapped)
    ? { schema: schema.wrapped, isOptional: true }
    : { schema, isOptional: false }
}

function requestBodyOf({ family, body }: Operation): Json {
  if (body === undefined) return {}
  if (body === 'stream') {
    return { requestBody: { required: true, content: { [FORM_MEDIA_TYPE]: { schema: { type: 'string' } } } } }
  }
  const { schema, isOptional } = unwrapped(body)
  const mediaType = family === 'admin' ? ADMIN_MEDIA_TYPE : 'application/json'
  return { requestBody: { required: !isOptional, content: { [mediaType]: { schema: schemaOf(schema) } } } }
}

function successOf({ family, status, output, mediaType, answerHeaders = [] }: Operation): Json {
  if (status === undefined) return {}
  const type = mediaType ?? (family === 'admin' ? ADMIN_MEDIA_TYPE : 'application/json')
  return {
    [status]: {
      description: output === undefined ? 'Done.' : 'As asked.',
      headers: headerDescriptions(['X-Request-Id', ...answerHeaders]),
      ...(output && { content: { [type]: { schema: xmlNamed(type, schemaOf(output)) } } }),
    },
  }
}

/** The elements of an XML answer stand in `<response>`. */
const xmlNamed = (mediaType: string, schema: Json): Json =>
  mediaType === 'text/xml' ? { allOf: [schema], xml: { name: 'response' } } : schema

function refusedOf(operation: Operation): Json {
  const byStatus = Map.groupBy(refusalsOf(operation), (code) => STATUS_OF[code])
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: `Refused: ${codes.join(', ')}.`,
        headers: headerDescriptions(['X-Request-Id', ...refusalHeadersOf(status)]),
        content: refusalContentOf(operation, codes),
      },
    ]),
  )
}

function refusalHeadersOf(status: number): ('WWW-Authenticate' | 'Retry-After')[] {
  if (status === 401) return ['WWW-Authenticate']
  return status === 429 || status === 503 ? ['Retry-After'] : []
}

/** The family's error body, with the codes that may stand in it. */
function refusalContentOf({ family, mediaType }: Operation, codes: ErrorCode[]): Json {
  if (family === 'admin') {
    const errorCode = { enum: codes.map(adminErrorCodeOf) }
    const errors = { items: { type: 'object', properties: { errorCode } } }
    return { [ADMIN_MEDIA_TYPE]: { schema: narrowed(ErrorResponse, { errors }) } }
  }
  if (family === 'console') {
    return { [PROBLEM_MEDIA_TYPE]: { schema: narrowed(Problem, { code: { enum: codes } }) } }
  }
  return mediaType === 'text/xml'
    ? { 'text/xml': { schema: xmlNamed('text/xml', schemaOf(ProfileRefusal)) } }
    : { 'application/json': { schema: schemaOf(ProfileError) } }
}

const narrowed = (schema: v.GenericSchema, properties: Json): Json => ({
  allOf: [schemaOf(schema), { type: 'object', properties }],
})
