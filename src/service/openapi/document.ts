import { toJsonSchema } from '@valibot/to-json-schema'
import { errorContent, operations, schemas, type Content, type Operation } from './operations.ts'

/** The OpenAPI 3.1 document of the service, written from the contract's schemas. */
export function openApiDocument() {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    const path = operation.path.replaceAll(/:([a-zA-Z]+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method]: described(operation) }
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
    tags: ['Admin API', 'Profile API', 'Console API'].map((name) => ({ name, description: `The ${name}.` })),
    paths,
    components: {
      securitySchemes: {
        accessToken: { type: 'http', scheme: 'bearer', description: 'From POST /console/v1/access-token.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'session',
          description: 'From POST /console/v1/session.',
        },
        profileToken: { type: 'http', scheme: 'bearer', description: 'The profile authentication token.' },
      },
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [
          name,
          { ...toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' }), $schema: undefined },
        ]),
      ),
    },
  }
}

const SECURITY = {
  none: [],
  session: [{ accessToken: [] }, { session: [] }],
  profileToken: [{}, { profileToken: [] }],
}

function described(operation: Operation) {
  const { operationId, summary, tag, security, body, success, refusals } = operation
  return {
    operationId,
    summary,
    tags: [tag],
    security: SECURITY[security],
    ...(parametersOf(operation).length > 0 && { parameters: parametersOf(operation) }),
    ...(body && { requestBody: { required: body.required ?? false, content: contentOf(body) } }),
    responses: {
      [success.status]: {
        description: success.description,
        ...(success.content && { content: contentOf(success.content) }),
      },
      ...Object.fromEntries(
        refusals.map((status) => [
          status,
          { description: 'Refused.', content: contentOf(refusalOf(operation)) },
        ]),
      ),
    },
  }
}

/** Under `/rest` the profile family refuses in JSON. */
function refusalOf({ tag, path }: Operation): Content {
  return path.startsWith('/rest/')
    ? { mediaType: 'application/json', schema: 'ProfileError' }
    : errorContent[tag]
}

function parametersOf({ path, query = {}, headers = {} }: Operation) {
  const schema = { type: 'string' }
  const inPath = [...path.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema,
  }))
  const inQuery = Object.entries(query).map(([name, { description, required = false, schema: named }]) => ({
    name,
    in: 'query',
    required,
    description,
    schema: named === undefined ? schema : reference(named),
  }))
  const inHeader = Object.entries(headers).map(([name, description]) => ({
    name,
    in: 'header',
    description,
    schema,
  }))
  return [...inPath, ...inQuery, ...inHeader]
}

function contentOf({ mediaType, schema }: Content) {
  return { [mediaType]: { schema: typeof schema === 'string' ? reference(schema) : schema } }
}

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })
