import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import { features } from '#contract/features.ts'

export type Json = Record<string, unknown>

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

/** The components that the paths of a document name, and those that these name in turn. */
export function schemasReferredToIn(paths: Json): Json {
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

/** A schema as the document writes it: by its name, if the contract exports it. */
export function schemaOf(schema: v.GenericSchema): Json {
  const name = named.get(schema)
  return name === undefined
    ? { ...toJsonSchema(schema, config), $schema: undefined }
    : { $ref: pathOfComponent(name) }
}

/** The schema inside `v.optional`. */
export function unwrapped(schema: v.GenericSchema): { schema: v.GenericSchema; isOptional: boolean } {
  return schema.type === 'optional' && 'wrapped' in schema && isSchema(schema.wrapped)
    ? { schema: schema.wrapped, isOptional: true }
    : { schema, isOptional: false }
}
