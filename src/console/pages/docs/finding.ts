type Findable = { method: string; path: string; summary: string }

/** As it stands in the address. */
const NAME = 'find'

/** What is sought; empty for all. @param search of the address, with its question mark */
export const soughtIn = (search: string): string => new URLSearchParams(search).get(NAME) ?? ''

/** The same the other way round. */
export const searchOf = (sought: string): string =>
  sought === '' ? '' : `?${new URLSearchParams({ [NAME]: sought })}`

/** Whether each word that is sought is somewhere in the method, the path or what the call does. */
export function isFoundBy(sought: string, { method, path, summary }: Findable): boolean {
  const text = `${method} ${path} ${summary}`.toLowerCase()
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
