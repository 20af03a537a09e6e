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
