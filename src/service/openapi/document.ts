import type * as v from 'valibot'
import { operations } from '#contract/features.ts'
import { FORM_MEDIA_TYPE, jsonMediaTypeOf, type Operation } from '#contract/operation.ts'
import { SESSION_COOKIE } from '../sign-in/session-cookie.ts'
import { answersOf } from './answers.ts'
import { type Json, schemaOf, schemasReferredToIn, unwrapped } from './schemas.ts'

let text: string | undefined

/** The OpenAPI 3.1 document of the service as it is sent: written once, for writing it takes long and anyone may ask for it. */
export const openApiText = (): string => (text ??= JSON.stringify(openApiDocument()))

/** Written from the contract's operations. */
function openApiDocument(): Json {
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
    name: `__Host-profile-api-${SESSION_COOKIE}`,
    description:
      'From POST /console/v1/session. Where people come to another port than that of their scheme, it stands behind `profile-api`; over plain http the name begins with that.',
  },
  profileToken: { type: 'http', scheme: 'bearer', description: 'The profile authentication token.' },
}

function securityOf({ permission }: Operation) {
  if (permission === 'none') return []
  if (permission === 'shown-token') return [{ profileToken: [] }]
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
    responses: answersOf(operation),
  }
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

function requestBodyOf({ family, body, bodyMediaTypes = [FORM_MEDIA_TYPE] }: Operation): Json {
  if (body === undefined) return {}
  if (body === 'stream') {
    const content = Object.fromEntries(bodyMediaTypes.map((type) => [type, { schema: { type: 'string' } }]))
    return { requestBody: { required: true, content } }
  }
  const { schema, isOptional } = unwrapped(body)
  const content = { [jsonMediaTypeOf(family)]: { schema: schemaOf(schema) } }
  return { requestBody: { required: !isOptional, content } }
}
