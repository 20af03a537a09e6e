import { describe, expect, it } from 'vitest'

/** Which folder of src/ may reach which others: by where code may run, everything pointing at the contract. */
const MAY_IMPORT: Record<string, string[]> = {
  contract: [],
  client: ['contract'],
  console: ['client', 'contract'],
  service: ['contract'],
  storage: ['service', 'contract'],
  server: ['storage', 'service', 'client', 'contract'],
  mock: ['storage', 'service', 'contract'],
}

/** Folders that also run in a browser, and so may use nothing of Node. */
const RUN_ANYWHERE = ['contract', 'client', 'console', 'service', 'mock', 'storage/memory']

const sources = import.meta.glob<string>('../src/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const files = Object.entries(sources).map(([path, text]) => ({ path: path.replace('../src/', ''), text }))

const importsOf = (text: string) =>
  [...text.matchAll(/(?:\bfrom|\bimport\(?)\s*'([^']+)'/g)].map((match) => match[1] ?? '')

const folderOf = (path: string) => path.split('/')[0] ?? ''

describe('the import rule', () => {
  it('has the whole source tree before it', () => {
    expect(new Set(files.map(({ path }) => folderOf(path)))).toEqual(new Set(Object.keys(MAY_IMPORT)))
  })

  it.each(files)('$path reaches only the folders it may', ({ path, text }) => {
    const home = folderOf(path)

    const reached = importsOf(text)
      .filter((specifier) => specifier.startsWith('#'))
      .map((specifier) => folderOf(specifier.slice(1)))

    const allowed = [home, ...(MAY_IMPORT[home] ?? []), ...mockInDevelopment(path)]
    expect(reached.filter((folder) => !allowed.includes(folder))).toEqual([])
  })

  it.each(files)('$path does not climb out of its folder', ({ path, text }) => {
    const depth = path.split('/').length - 2

    const climbs = importsOf(text).filter((specifier) => specifier.startsWith('../'.repeat(depth + 1)))

    expect(climbs).toEqual([])
  })

  it.each(files.filter(({ path }) => RUN_ANYWHERE.some((folder) => path.startsWith(`${folder}/`))))(
    '$path runs anywhere',
    ({ text }) => {
      expect(importsOf(text).filter((specifier) => specifier.startsWith('node:'))).toEqual([])
    },
  )

  it.each(files.filter(({ path }) => path.startsWith('contract/')))(
    '$path needs only the schema library',
    ({ text }) => {
      const packages = importsOf(text).filter(
        (specifier) => !specifier.startsWith('.') && !specifier.startsWith('#'),
      )

      expect(packages.filter((name) => name !== 'valibot')).toEqual([])
    },
  )

  it.each(files.filter(({ path }) => path.startsWith('console/pages/')))(
    '$path imports no other page',
    ({ path, text }) => {
      const page = path.split('/').slice(0, -1).join('/')

      const pages = importsOf(text).filter((specifier) => specifier.startsWith('#console/pages/'))

      expect(pages.filter((specifier) => !specifier.slice(1).startsWith(page))).toEqual([])
    },
  )
})

/** The console's entry reaches the mock by one dynamic import, which a production build drops. */
const mockInDevelopment = (path: string) => (path === 'console/main.tsx' ? ['mock'] : [])

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
  const scripts = import.meta.glob<string>('../{src,test}/**/*.{ts,tsx}', {
    query: '?raw',
    import: 'default',
    eager: true,
  })
  const imported = new Set(
    Object.values(scripts)
      .flatMap(importsOf)
      .map((name) => name.replace(/^((@[^/]+\/)?[^/]+).*/, '$1')),
  )

  it.each(FIXED)('%s is used', (name) => {
    expect(imported).toContain(name)
  })
})
