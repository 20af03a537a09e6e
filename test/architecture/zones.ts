import { ARROWS, FEATURE, PAGE } from './rules.ts'

export type Zone = {
  /** The folder or the file that it is. */
  place: string
  /** Its name in the rules: its place, or what stands for any page or any feature. */
  rule: string
}

/** The zone of each file; none for a file that no rule places. */
export function zonesOf(paths: string[]): Map<string, Zone> {
  const rules = new Map(Object.keys(ARROWS).map((name) => [name, name]))
  for (const path of paths) {
    const feature = /^service\/[^/]+(?=\/)/.exec(path)?.[0]
    if (feature && !rules.has(feature)) rules.set(feature, FEATURE)
    const page = /^console\/pages\/.+(?=\/[^/]*Page\.tsx$)/.exec(path)?.[0]
    if (page) rules.set(page, PAGE)
  }
  const places = [...rules.keys()]
  return new Map(
    paths.flatMap((path) => {
      const place = nearest(places, path)
      const rule = rules.get(place ?? '')
      return place && rule ? [[path, { place, rule }]] : []
    }),
  )
}

/** The longest of the names that begin a path. */
export const nearest = (names: string[], path: string): string | undefined =>
  names.filter((name) => begins(name, path)).toSorted((one, other) => other.length - one.length)[0]

/** Whether a path is the name, or leads on from it. */
export const begins = (name: string, path: string) => path === name || path.startsWith(`${name}/`)
