export const ROW_COUNT = 500_000
export const ATTRIBUTE_NAMES = ['city', 'tier', 'visits', 'email']

/** The same profiles come twice: once to be created, once to be changed. */
export const loads = ['first load', 'update'] as const
export type Load = (typeof loads)[number]

/** The id of a row and its four values, one of them with a blank to be percent-encoded. */
export function rowOf(load: Load, index: number): [id: string, values: string[]] {
  const tier = load === 'update' ? 'gold' : 'silver'
  return [`customer-${index}`, [`New Town ${index}`, tier, String(index % 97), `c${index}@example.com`]]
}

/** What a job sends: all rows as one batch. */
export function batchOf(load: Load): Buffer {
  const lines = [`batch=thirdPartyId,${ATTRIBUTE_NAMES.join()}`]
  for (let index = 0; index < ROW_COUNT; index += 1) {
    const [id, values] = rowOf(load, index)
    lines.push(`${id},${values.map(encodeURIComponent).join()}`)
  }
  return Buffer.from(lines.join('\n'))
}

/** A profile's attributes as the database keeps them. */
export function attributesJson(values: string[], now: number): string {
  return `{${ATTRIBUTE_NAMES.map((name, column) => `"${name}":["${values[column]}",${now}]`).join()}}`
}
