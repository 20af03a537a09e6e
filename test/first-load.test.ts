import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BUDGET_KB, firstLoad } from './bench/first-load.ts'

it.each(['js', 'css', 'woff2'] as const)(
  'loads no more %s at a first visit than the budget allows',
  (kind) => {
    const { files, gzip } = firstLoad()[kind]

    expect(files).toBeGreaterThan(0)
    expect(gzip / 1000).toBeLessThanOrEqual(BUDGET_KB[kind])
  },
)

it('leaves the styles of other pages to the scripts that those come with', () => {
  const assets = join(import.meta.dirname, '../dist/assets')
  const named = (kind: RegExp) =>
    readdirSync(assets)
      .filter((name) => kind.test(name))
      .map((name) => readFileSync(join(assets, name), 'utf8'))

  expect(named(/\.css$/).join('')).not.toContain('[data-end]')
  expect(named(/^NoticesPage-.*\.js$/).join('')).toContain('[data-end]')
})
