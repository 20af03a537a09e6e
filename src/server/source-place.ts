import { existsSync, readFileSync, statSync } from 'node:fs'
import { SourceMap } from 'node:module'

/** Of each built file that was asked for; Node itself would read them all at the start, which takes longer and 16 MB. */
const maps = new Map<string, SourceMap>()

/**
 * Where in the source a place of a stack trace is.
 *
 * @param file its address, as `file:///app/dist/server/main.js`
 * @returns the same place where the file was not built, or has been built anew since this process loaded it
 */
export function sourcePlace(file: string, line: number, column: number): string {
  const map = maps.get(file) ?? mapOf(file)
  if (map) maps.set(file, map)
  const origin = map?.findOrigin(line, column)
  if (!origin || !('fileName' in origin)) return `${file}:${line}:${column}`
  return `${new URL(origin.fileName, file).href}:${origin.lineNumber}:${origin.columnNumber}`
}

function mapOf(file: string): SourceMap | undefined {
  if (!file.startsWith('file:')) return undefined
  const address = new URL(`${file}.map`)
  if (!existsSync(address) || statSync(address).mtimeMs > performance.timeOrigin) return undefined
  return new SourceMap(JSON.parse(readFileSync(address, 'utf8')))
}
