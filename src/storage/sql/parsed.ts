import * as v from 'valibot'

/**
 * Reads what the database holds by a schema, for it may have been written by another version or by hand.
 *
 * @throws Error that says where it is, not what it is
 */
export function parsed<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  place: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const at = v.getDotPath(result.issues[0])
  throw new Error(`The database holds something unreadable in ${place}${at ? ` at ${at}` : ''}.`)
}

/** The same for a text of JSON. */
export const parsedJson = <const Schema extends v.GenericSchema>(
  schema: Schema,
  json: string,
  place: string,
) => parsed(schema, JSON.parse(json), place)
