import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { languages } from '#console/messages/language.ts'
import { BUDGET_KB, firstLoad } from './bench/first-load.ts'

const ASSETS = join(import.meta.dirname, '../dist/console/assets')

it.each(['js', 'css', 'woff2'] as const)(
  'loads no more %s at a first visit than the budget allows',
  (kind) => {
    const { files, gzip } = firstLoad()[kind]

    expect(files).toBeGreaterThan(0)
    expect(gzip / 1000).toBeLessThanOrEqual(BUDGET_KB[kind])
  },
)

it.each(languages)('loads the words of %s in one file, which asks for no other', (language) => {
  const [words] = readdirSync(ASSETS).filter((name) => new RegExp(`^words-${language}-.{8}\\.js$`).test(name))

  expect(readFileSync(join(ASSETS, String(words)), 'utf8')).not.toMatch(/\bfrom"\.|\bimport[("]/)
})

it('leaves the styles of other pages to the scripts that those come with', () => {
  const named = (kind: RegExp) =>
    readdirSync(ASSETS)
      .filter((name) => kind.test(name))
      .map((name) => readFileSync(join(ASSETS, name), 'utf8'))

  expect(named(/\.css$/).join('')).not.toContain('[data-end]')
  expect(named(/^NoticesPage-.*\.js$/).join('')).toContain('[data-end]')
})
