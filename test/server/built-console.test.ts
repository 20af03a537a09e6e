import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isBuilt } from '#server/built-console.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

function build() {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(
    join(folder, 'index.html'),
    '<link rel="stylesheet" href="/assets/index-1.css"><script src="/assets/index-2.js"></script>',
  )
  writeFileSync(join(folder, 'assets/index-1.css'), '')
  writeFileSync(join(folder, 'assets/index-2.js'), '')
  return folder
}

it('is built with all that its page asks for', () => {
  expect(isBuilt(build())).toBe(true)
})

it.each(['index.html', 'assets/index-1.css', 'assets/index-2.js'])('is not built without %s', (part) => {
  const folder = build()
  rmSync(join(folder, part))

  expect(isBuilt(folder)).toBe(false)
})

it('is not built where there is no folder', () => {
  expect(isBuilt(join(temporaryFolder(), 'dist'))).toBe(false)
})
