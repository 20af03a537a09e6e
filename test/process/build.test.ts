import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { isBuilt } from '#server/built-console.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** What the image is built of, and nothing else. */
const SOURCES = Array.from(
  readFileSync(join(ROOT, '.docker/Dockerfile'), 'utf8').matchAll(/^COPY (?!--)(.+) \S+$/gm),
  ([, names = '']) => names.split(' '),
).flat()

/** A copy of that. */
function project() {
  const folder = temporaryFolder()
  for (const name of SOURCES) cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const build = () =>
    spawn(process.execPath, ['src/server/commands/build.ts'], { cwd: folder, stdio: 'inherit' })
  return {
    build,
    built: async () => expect(await once(build(), 'exit')).toEqual([0, null]),
    page: join(folder, 'dist/console/index.html'),
    server: join(folder, 'dist/server/main.js'),
    isWhole: () => isBuilt(join(folder, 'dist/console')),
    folders: () => (existsSync(join(folder, 'dist')) ? readdirSync(join(folder, 'dist')) : []),
    changePage: () => writeFileSync(join(folder, 'public/new.txt'), ''),
    changeServer: () => appendFileSync(join(folder, 'src/server/main.ts'), "say('changed')\n"),
  }
}

const fileOf = (path: string) => statSync(path).ino

it('leaves nothing of a build that is broken off, and builds again only what has changed', async () => {
  const { build, built, page, server, isWhole, folders, changePage, changeServer } = project()

  const brokenOff = build()
  while (folders().length === 0) await delay(5)
  brokenOff.kill('SIGKILL')
  await once(brokenOff, 'exit')
  expect(existsSync(page)).toBe(false)

  await Promise.all([built(), built()])
  expect(folders()).toEqual(['console', 'server'])
  expect(isWhole()).toBe(true)

  const before = [page, server].map(fileOf)
  await built()
  expect([page, server].map(fileOf)).toEqual(before)

  changePage()
  await built()
  expect(fileOf(page)).not.toBe(before[0])
  expect(fileOf(server)).toBe(before[1])

  changeServer()
  await built()
  expect(readFileSync(server, 'utf8')).toContain('changed')
})
