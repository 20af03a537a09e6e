import { loadPart, readableAtOnce } from '../../lazy-part.ts'

/** As much of JSON Schema as the service's own schemas have. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
}

export type Parameter = { name: string; in: string; required?: boolean; description?: string; schema: Schema }
type Content = Record<string, { schema?: Schema }>

export type Operation = {
  operationId: string
  summary: string
  description?: string
  tags: string[]
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content?: Content }>
}

export type OpenApi = {
  tags: { name: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

async function load(): Promise<OpenApi> {
  const answer = await fetch('/openapi.json')
  if (!answer.ok) throw new Error(`/openapi.json answered ${answer.status}.`)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the service that serves this console wrote it
  return (await answer.json()) as OpenApi
}

let coming: Promise<OpenApi> | undefined

/** What the service says of its API to machines; it comes once, for `use`. @throws MissingPartError when it does not come */
export const openApi = (): Promise<OpenApi> => (coming ??= readableAtOnce(loadPart(load)))
