import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const OPERATING = resolve(import.meta.dirname, '../../docs/operating.md')

/** The block of `docs/operating.md` that is in that language. */
export function documented(language: string): string {
  const text = readFileSync(OPERATING, 'utf8')
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text)?.[1]
  if (block === undefined) throw new Error(`docs/operating.md has no block in ${language}.`)
  return block
}
