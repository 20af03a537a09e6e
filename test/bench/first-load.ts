import { globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { print } from './figures.ts'

const DIST = join(import.meta.dirname, '../../dist/console')

/** Bytes that a first visit to Implementation loads, by kind. `gzip`: what the budget counts. `sent`: as the server sends it. */
export type FirstLoad = Record<'js' | 'css' | 'woff2', { files: number; gzip: number; sent: number }>

/** What index.html names and has in itself, the words of the language that takes most, and the fonts: the page loads these and nothing else. */
export function firstLoad(): FirstLoad {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
  const sum: FirstLoad = { js: none(), css: none(), woff2: none() }
  for (const path of new Set([...named, largestCatalog(), ...fonts()])) {
    const kind = path.slice(path.lastIndexOf('.') + 1)
    if (!isCounted(kind)) continue
    const file = readFileSync(join(DIST, path))
    sum[kind].files += 1
    sum[kind].gzip += kind === 'woff2' ? file.length : gzipped(file)
    sum[kind].sent += kind === 'woff2' ? file.length : readFileSync(join(DIST, `${path}.br`)).length
  }
  const scriptless = html.replaceAll(/<script>.*?<\/script>/gs, '')
  sum.js.gzip += gzipped(html) - gzipped(scriptless)
  sum.js.sent += brotliCompressSync(html).length - brotliCompressSync(scriptless).length
  return sum
}

const gzipped = (content: string | Buffer) => gzipSync(content, { level: 9 }).length
const fonts = () => globSync('assets/*.woff2', { cwd: DIST })

function largestCatalog(): string {
  const catalogs = readdirSync(join(DIST, 'assets')).filter((name) => /^words-.*\.js$/.test(name))
  const sizeOf = (name: string) => statSync(join(DIST, 'assets', `${name}.gz`)).size
  return `assets/${catalogs.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0]}`
}

const none = () => ({ files: 0, gzip: 0, sent: 0 })
const isCounted = (kind: string): kind is keyof FirstLoad =>
  kind === 'js' || kind === 'css' || kind === 'woff2'

/** Budget of the first load, kB of 1000 bytes after gzip -9. */
export const BUDGET_KB = { js: 105, css: 7, woff2: 45 } as const

export function benchFirstLoad() {
  const sum = firstLoad()
  print('\nFirst load of Implementation')
  for (const kind of ['js', 'css', 'woff2'] as const) {
    const { files, gzip, sent } = sum[kind]
    const figures = `${kB(gzip)} kB gzip (budget ${BUDGET_KB[kind]}), ${kB(sent)} kB as sent`
    print(`  ${kind.padEnd(5)} ${files} files, ${figures}`)
  }
}

const kB = (bytes: number) => (bytes / 1000).toFixed(1)
