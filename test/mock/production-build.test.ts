import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** What only the mock says; `npm test` builds `dist` before it runs the tests. */
const ONLY_IN_THE_MOCK = [
  'mockServiceWorker',
  'virtual:msw',
  'msw/',
  'token-expiring',
  'northwindretail',
  '@northwind.example',
  'Northwind ID',
]

it('contains nothing of the mock', () => {
  const files = globSync('dist/console/**/*.{js,css,html,svg}')

  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return ONLY_IN_THE_MOCK.filter((words) => text.includes(words)).map((words) => `${file}: ${words}`)
  })

  expect(files.length).toBeGreaterThan(3)
  expect(found).toEqual([])
  expect(existsSync('dist/console/mockServiceWorker.js')).toBe(false)
})
