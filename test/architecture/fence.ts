import { posix } from 'node:path'
import { type Arrow, circlesIn } from './circles.ts'
import { globalsOf } from './globals.ts'
import { type Import, importsOf, importsOfStyles } from './imports.ts'
import { ARROWS, FEATURE, GLOBALS, LANGUAGE, LAZILY, PACKAGES, TYPES_ONLY } from './rules.ts'
import { parse } from './syntax.ts'
import { begins, nearest, type Zone, zonesOf } from './zones.ts'

/**
 * What in a tree breaks the rules, each in a sentence.
 *
 * @param sources every file under `src/` by its path there, and what is in it
 * @throws {Error} if a script cannot be parsed
 */
export function breachesIn(sources: Record<string, string>): string[] {
  const files = Object.entries(sources).map(([path, text]) => fileOf(path, text))
  const zones = zonesOf(Object.keys(sources))
  const breaches = files.flatMap(({ path, imports, globals }) => [
    zones.has(path) ? null : `${path} lies in no zone`,
    ...imports.map((each) => breachByImport(path, each, zones)),
    ...globals.map((name) => (LANGUAGE.includes(name) ? null : breachByName(path, 'uses', name, GLOBALS))),
  ])
  const arrows = arrowsAmong(files, zones)
  const circles = circlesIn([...arrows, ...featureArrows(arrows, zones)])
  const inWords = circles.map((circle) => `${circle.join(' → ')} is a circle`)
  return [...new Set([...breaches, ...inWords])].filter((breach) => breach !== null)
}

/** A file, and what it takes from elsewhere. */
type File = { path: string; imports: ResolvedImport[]; globals: string[] }

type ResolvedImport = Import & {
  /** The path under `src/` that it leads to, whether or not there is such a file; null for a package. */
  to: string | null
}

function fileOf(path: string, text: string): File {
  const resolved = (imports: Import[]) =>
    imports.map((each) => ({ ...each, to: targetOf(path, each.specifier) }))
  if (path.endsWith('.css')) return { path, imports: resolved(importsOfStyles(text)), globals: [] }
  if (!/\.[cm]?[jt]sx?$/.test(path)) return { path, imports: [], globals: [] }
  const program = parse(path, text)
  return { path, imports: resolved(importsOf(program)), globals: globalsOf(program) }
}

function targetOf(from: string, specifier: string | null): string | null {
  const path = specifier?.replace(/\?.*/, '')
  if (path?.startsWith('#')) return path.slice(1)
  return path?.startsWith('.') ? posix.join(posix.dirname(from), path) : null
}

function breachByImport(from: string, { specifier, how, to }: ResolvedImport, zones: Map<string, Zone>) {
  if (specifier === null) return `${from} imports what is only known when it runs`
  if (how === 'value' && TYPES_ONLY.includes(from)) return `${from} imports more than types of ${specifier}`
  if (to === null) return breachByName(from, 'imports', specifier, PACKAGES)
  const [home, goal] = [zones.get(from), zones.get(to)]
  if (!goal) return `${from} imports ${specifier}, which lies in no zone`
  if (home && !mayImport(home, goal, how)) return `${from} imports ${to}, which ${home.place} may not know`
  const isClimb = specifier.startsWith('.') && topOf(from) !== topOf(to)
  return isClimb ? `${from} climbs out of ${topOf(from)}/ to ${to}` : null
}

const topOf = (path: string) => path.replace(/\/.*/, '')

const mayImport = (home: Zone, goal: Zone, how: Import['how']) =>
  home.place === goal.place ||
  ARROWS[home.rule]?.includes(goal.rule) ||
  (how === 'lazily' && LAZILY[home.rule]?.includes(goal.rule))

/** That a name, of a package or a global, is not on the list for where a file lies. */
function breachByName(path: string, does: 'imports' | 'uses', name: string, lists: Record<string, string[]>) {
  const place = nearest(Object.keys(lists), path) ?? ''
  const isListed = lists[place]?.some((listed) => begins(listed, name))
  return isListed ? null : `${path} ${does} ${name}, which ${place} may not know`
}

/** What imports what, file by file. */
const arrowsAmong = (files: File[], zones: Map<string, Zone>): Arrow[] =>
  files.flatMap(({ path, imports }) =>
    imports.flatMap(({ to }) => (to !== null && zones.has(to) ? [{ from: path, to }] : [])),
  )

/** Of arrows between files, those from a feature to another. */
const featureArrows = (arrows: Arrow[], zones: Map<string, Zone>): Arrow[] =>
  arrows.flatMap(({ from, to }) => {
    const [home, goal] = [zones.get(from), zones.get(to)]
    const areFeatures = home?.rule === FEATURE && goal?.rule === FEATURE && home.place !== goal.place
    return areFeatures ? [{ from: home.place, to: goal.place }] : []
  })
