import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { breachesIn } from './architecture/fence.ts'
import { importsOf } from './architecture/imports.ts'
import { HOUSE, PLANTED } from './architecture/planted.ts'
import { ARROWS, GLOBALS, LAZILY, PACKAGES } from './architecture/rules.ts'
import { parse } from './architecture/syntax.ts'
import { begins } from './architecture/zones.ts'

const ROOT = join(import.meta.dirname, '..')

/** Every file of a folder by its path there, and what is in it. */
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    globSync('**/*.*', { cwd: join(ROOT, folder) }).map((path) => [
      path.replaceAll(sep, '/'),
      readFileSync(join(ROOT, folder, path), 'utf8'),
    ]),
  )

const sources = filesIn('src')

describe('the source tree', () => {
  it('breaks no rule of the house', () => {
    expect(breachesIn(sources)).toEqual([])
  })

  it('has every place that a rule is for', () => {
    const places = [ARROWS, LAZILY, PACKAGES, GLOBALS]
      .flatMap(Object.keys)
      .filter((name) => !name.includes('*'))

    const isThere = (place: string) => Object.keys(sources).some((path) => begins(place, path))
    expect(places.filter((place) => !isThere(place))).toEqual([])
  })
})

describe('the fence', () => {
  it('lets a house in order be', () => {
    expect(breachesIn(HOUSE)).toEqual([])
  })

  it.each(Object.entries(PLANTED))('finds that %s', (breach, line) => {
    const path = breach.replace(/ .*/, '')

    expect(breachesIn({ ...HOUSE, [path]: `${HOUSE[path] ?? ''}\n${line}` })).toEqual([breach])
  })

  it('finds that two features know each other', () => {
    const towardsUsers = { 'service/audit/store.ts': "import type { UserStore } from '../users/store.ts'" }

    expect(breachesIn({ ...HOUSE, ...towardsUsers })).toEqual([
      'service/users → service/audit → service/users is a circle',
    ])
  })
})

describe('the packages that the product is built on', () => {
  /** Decided by those whom it is built for; the console routes with react-router-dom and nothing of its own. */
  const FIXED = [
    'react',
    'react-dom',
    'vite',
    '@tanstack/react-query',
    'react-router-dom',
    'msw',
    'vitest',
    '@testing-library/react',
  ]

  it('are all used', () => {
    // The fence itself, which parses with Vite, does not count.
    const { 'architecture/syntax.ts': _, ...tests } = filesIn('test')
    const scripts = [sources, tests].flatMap(Object.entries<string>).filter(([path]) => /\.tsx?$/.test(path))
    const imported = scripts.flatMap(([path, text]) => importsOf(parse(path, text)))

    const isUsed = (name: string) => imported.some(({ specifier }) => begins(name, specifier ?? ''))
    expect(FIXED.filter((name) => !isUsed(name))).toEqual([])
  })
})
