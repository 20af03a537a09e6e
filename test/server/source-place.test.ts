import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'rolldown'
import { expect, it } from 'vitest'
import { sourcePlace } from '#server/source-place.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SOURCE = `type Words = string

export function failed(words: Words) {
  return new Error(words)
}
`

/** Something small that is built as the server is; the place where it makes an error, in the source and as it is built. */
async function built() {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'src'))
  writeFileSync(join(folder, 'src/failed.ts'), SOURCE)
  await build({ cwd: folder, input: 'src/failed.ts', output: { dir: 'built', sourcemap: true } })
  const path = join(folder, 'built/failed.js')
  const lines = readFileSync(path, 'utf8').split('\n')
  const line = lines.findIndex((text) => text.includes('new Error'))
  const file = pathToFileURL(path).href
  return {
    place: [file, line + 1, (lines[line] ?? '').indexOf('new Error') + 1] as const,
    inSource: `${pathToFileURL(join(folder, 'src/failed.ts')).href}:4:10`,
    /** As if it had been built before this process started. */
    age: () => utimesSync(`${path}.map`, 0, 0),
  }
}

it('leads from a place in a built file to its source', async () => {
  const { place, inSource, age } = await built()
  age()

  expect(sourcePlace(...place)).toBe(inSource)
})

it('leaves a place as it is in a file that was built anew since it was loaded', async () => {
  const { place } = await built()

  expect(sourcePlace(...place)).toBe(place.join(':'))
})

it.each(['node:internal/process/task_queues', '/app/lib/of-a-package.js', import.meta.url])(
  'leaves a place as it is in %s, which was not built',
  (file) => {
    expect(sourcePlace(file, 1, 2)).toBe(`${file}:1:2`)
  },
)
