export const ROW_COUNT = 500_000
/** Shares no divisor with the count, so that every number comes once. */
const STRIDE = 7919
export const ATTRIBUTE_NAMES = ['city', 'tier', 'visits', 'email']

/** The same profiles come twice: once to be created, once to be changed. Then others, whose ids are in no order. */
export const loads = ['first load', 'update', 'in no order'] as const
export type Load = (typeof loads)[number]

/** The id of a row and its four values, one of them with a blank to be percent-encoded. */
export function rowOf(load: Load, index: number): [id: string, values: string[]] {
  const tier = load === 'update' ? 'gold' : 'silver'
  const id = load === 'in no order' ? `visitor-${(index * STRIDE) % ROW_COUNT}` : `customer-${index}`
  return [id, [`New Town ${index}`, tier, String(index % 97), `c${index}@example.com`]]
}

/** What a job sends: all rows as one batch. */
export const batchOf = (load: Load) =>
  batchOfRows(Array.from({ length: ROW_COUNT }, (_, index) => rowOf(load, index)))

export function batchOfRows(rows: Iterable<[id: string, values: string[]]>): Buffer<ArrayBuffer> {
  const lines = [`batch=thirdPartyId,${ATTRIBUTE_NAMES.join()}`]
  for (const [id, values] of rows) lines.push(`${id},${values.map(encodeURIComponent).join()}`)
  return Buffer.from(lines.join('\n'))
}

/** A profile's attributes as the database keeps them. */
export function attributesJson(values: string[], now: number): string {
  return `{${ATTRIBUTE_NAMES.map((name, column) => `"${name}":["${values[column]}",${now}]`).join()}}`
}
