import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { isBuilt } from '#server/built-console.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** A copy of what a build is made of. */
function project() {
  const folder = temporaryFolder()
  for (const name of [
    'docs',
    'index.html',
    'package.json',
    'package-lock.json',
    'public',
    'src',
    'vite.config.ts',
  ])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const build = () =>
    spawn(process.execPath, ['src/server/commands/build.ts'], { cwd: folder, stdio: 'inherit' })
  return {
    build,
    built: async () => expect(await once(build(), 'exit')).toEqual([0, null]),
    page: join(folder, 'dist/index.html'),
    isWhole: () => isBuilt(join(folder, 'dist')),
    folders: () => readdirSync(folder).filter((name) => name.startsWith('dist')),
    change: () => writeFileSync(join(folder, 'public/new.txt'), ''),
  }
}

it('leaves nothing of a build that is broken off, and builds again only what has changed', async () => {
  const { build, built, page, isWhole, folders, change } = project()

  const brokenOff = build()
  while (folders().length === 0) await delay(5)
  brokenOff.kill('SIGKILL')
  await once(brokenOff, 'exit')
  expect(existsSync(page)).toBe(false)

  await Promise.all([built(), built()])
  expect(folders()).toEqual(['dist'])
  expect(isWhole()).toBe(true)

  const before = statSync(page).ino
  await built()
  expect(statSync(page).ino).toBe(before)

  change()
  await built()
  expect(statSync(page).ino).not.toBe(before)
})
