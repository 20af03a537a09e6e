/** What JSON writes otherwise than it stands there; hardly any value holds it, and looking is cheaper than writing. */
const ESCAPED = /["\\\p{Cc}\p{Cs}]/u

const jsonString = (text: string) => (ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`)

/**
 * Writes values as a profile keeps them, as the inside of a JSON object: `"name":[value,modifiedAt],…`. An empty value
 * gives nothing (wire fact D16), and so a row of empty ones is written as ''.
 *
 * @param modifiedAt milliseconds since 1970
 * @returns what writes the values of one row, in the order of the names
 */
export function attributesWriter(names: readonly string[], modifiedAt: number) {
  const beginnings = names.map((name) => `${jsonString(name)}:[`)
  const end = `,${modifiedAt}]`
  return (values: readonly string[]): string => {
    let written = ''
    for (let column = 0; column < values.length; column += 1) {
      const value = values[column] ?? ''
      if (value === '') continue
      written += `${written === '' ? '' : ','}${beginnings[column]}${jsonString(value)}${end}`
    }
    return written
  }
}
