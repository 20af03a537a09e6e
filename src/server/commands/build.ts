// Builds the console into dist, unless what is there was built of the same source. The build takes its place when it is whole, so
// one that is broken off, or made at the same time, spoils nothing.
import { createHash } from 'node:crypto'
import { existsSync, globSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../../..')
const SOURCES = [
  'index.html',
  'package-lock.json',
  'vite.config.ts',
  'public/**',
  'docs/*.md',
  'src/{client,console,contract}/**',
]
const BUILT = join(ROOT, 'dist')
/** In a build, which says what it was built of. */
const BUILT_OF = '.built-of'
/** Before it is whole; the number is that of the process. */
const PARTIAL = 'dist.partial-'

const source = digestOfSource()
if (!isBuiltOf(source)) {
  removeBrokenOff()
  const partial = join(ROOT, `${PARTIAL}${process.pid}`)
  // Else what the environment says would bring React as it is made for development.
  process.env['NODE_ENV'] = 'production'
  const { build } = await import('vite')
  await build({ root: ROOT, logLevel: 'warn', build: { outDir: partial } })
  writeFileSync(join(partial, BUILT_OF), source)
  putInPlace(partial)
}

function digestOfSource(): string {
  const digest = createHash('sha256')
  const files = globSync(SOURCES, { cwd: ROOT, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const path of files.map((file) => join(file.parentPath, file.name)).toSorted()) {
    digest.update(`${path.slice(ROOT.length)}\0`).update(readFileSync(path))
  }
  return digest.digest('hex')
}

function isBuiltOf(digest: string): boolean {
  const path = join(BUILT, BUILT_OF)
  return existsSync(path) && readFileSync(path, 'utf8') === digest
}

function removeBrokenOff(): void {
  const partials = readdirSync(ROOT).filter((name) => name.startsWith(PARTIAL))
  for (const name of partials.filter((each) => !isRunning(Number.parseInt(each.slice(PARTIAL.length), 10))))
    rmSync(join(ROOT, name), { recursive: true })
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Of builds that end at the same time one stands at last. */
function putInPlace(partial: string): void {
  const before = `${partial}-before`
  for (;;) {
    try {
      if (existsSync(BUILT)) renameSync(BUILT, before)
      renameSync(partial, BUILT)
      return rmSync(before, { recursive: true, force: true })
    } catch (error) {
      rmSync(before, { recursive: true, force: true })
      const isTaken =
        error instanceof Error &&
        'code' in error &&
        ['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(String(error.code))
      if (!isTaken) throw error
    }
  }
}
