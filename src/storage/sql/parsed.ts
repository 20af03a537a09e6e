import * as v from 'valibot'
import { Fault } from '#service/errors.ts'

/**
 * Reads what the database holds by a schema, for it may have been written by another version or by hand.
 *
 * @throws Fault that says where it is, not what it is
 */
export function parsed<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  place: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const at = v.getDotPath(result.issues[0])
  throw new Fault(`The database holds something unreadable in ${place}${at ? ` at ${at}` : ''}.`)
}

/** The same for a text of JSON. */
export const parsedJson = <const Schema extends v.GenericSchema>(
  schema: Schema,
  json: string,
  place: string,
) => parsed(v.pipe(v.string(), v.parseJson(), schema), json, place)
