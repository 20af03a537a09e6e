import type { OpenApi, Schema } from './open-api.ts'

type Schemas = OpenApi['components']['schemas']

/** What a schema takes, as TypeScript would write it; one that stands within itself is only named there. */
export function outlineOf(schema: Schema, schemas: Schemas, indent = '', within: string[] = []): string {
  const outline = (one: Schema, deeper = indent) => outlineOf(one, schemas, deeper, within)
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
    const named = schemas[name]
    if (named === undefined || within.includes(name)) return name
    return outlineOf(named, schemas, indent, [...within, name])
  }
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map((one) => outline(one)).join(' | ')
  if (schema.allOf) return schema.allOf.map((one) => outline(one)).join(' & ')
  if (schema.items) return `Array<${outline(schema.items)}>`
  if (schema.properties) return objectOf(schema, schema.properties)
  if (typeof schema.additionalProperties === 'object') {
    return `{ [name]: ${outline(schema.additionalProperties)} }`
  }
  return [schema.type ?? 'any'].flat().join(' | ')

  function objectOf({ required = [] }: Schema, properties: Record<string, Schema>): string {
    const deeper = `${indent}  `
    const lines = Object.entries(properties).map(
      ([name, one]) => `${deeper}${name}${required.includes(name) ? '' : '?'}: ${outline(one, deeper)}`,
    )
    return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`
  }
}
