import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const DIST = join(import.meta.dirname, '../dist/console')
const html = readFileSync(join(DIST, 'index.html'), 'utf8')
const files = readdirSync(join(DIST, 'assets')).filter((name) => /\.(?:js|css)$/.test(name))

const hashOf = (path: string) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(DIST, path)))
    .digest('base64')}`

describe('the built page', () => {
  it('says of each script and style sheet what it must hash to', () => {
    const tags = html.match(/<(?:script|link)\b[^>]*\.(?:js|css)"[^>]*>/g) ?? []

    expect(tags.length).toBe(2)
    for (const tag of tags) {
      const path = /(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? ''
      expect(tag).toContain(`integrity="${hashOf(path)}"`)
    }
  })

  it('says so of each script that others import, before it names any', () => {
    const [, importMap = ''] = /<script type="importmap">([^<]*)<\/script>/.exec(html) ?? []
    const scripts = files.filter((name) => name.endsWith('.js')).map((name) => `/assets/${name}`)

    const { integrity }: { integrity: Record<string, string> } = JSON.parse(importMap)
    expect(integrity).toEqual(Object.fromEntries(scripts.map((path) => [path, hashOf(path)])))
    expect(html.indexOf(importMap)).toBeLessThan(html.indexOf('.js" integrity'))
  })

  it.each(['index.html', ...files.map((name) => `assets/${name}`)])(
    'is the same when it is sent small: %s',
    (path) => {
      const plain = readFileSync(join(DIST, path))

      expect(brotliDecompressSync(readFileSync(join(DIST, `${path}.br`))).equals(plain)).toBe(true)
      expect(gunzipSync(readFileSync(join(DIST, `${path}.gz`))).equals(plain)).toBe(true)
    },
  )
})
