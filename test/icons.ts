import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from './support/browser.ts'

const PUBLIC = join(import.meta.dirname, '../public')
const svg = readFileSync(join(PUBLIC, 'favicon.svg'), 'utf8')

/** Draws `public/favicon.svg` as browsers and telephones ask for it that take no SVG. */
const browser = await openBrowser()
const page = await browser.newPage()

/** @param isFilled to its corners, which the telephone rounds itself */
async function pictureOf(size: number, isFilled = false): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size })
  const drawing = isFilled ? svg.replace('rx="8"', '') : svg
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`)
  return page.screenshot({ omitBackground: true })
}

/** Several pictures in one file: a head, an entry of 16 bytes each, the pictures. */
function iconOf(pictures: { size: number; png: Buffer }[]): Buffer {
  const head = Buffer.from([0, 0, 1, 0, pictures.length, 0])
  let offset = head.length + 16 * pictures.length
  const entries = pictures.map(({ size, png }) => {
    const entry = Buffer.from([size, size, 0, 0, 1, 0, 32, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    entry.writeUInt32LE(png.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += png.length
    return entry
  })
  return Buffer.concat([head, ...entries, ...pictures.map(({ png }) => png)])
}

const pictures = []
for (const size of [16, 32, 48]) pictures.push({ size, png: await pictureOf(size) })
writeFileSync(join(PUBLIC, 'favicon.ico'), iconOf(pictures))
writeFileSync(join(PUBLIC, 'apple-touch-icon.png'), await pictureOf(180, true))
await browser.close()
