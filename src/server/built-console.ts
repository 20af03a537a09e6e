import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whether a build of the console is in the folder, with all that its page asks for: it may have been broken off half-way. */
export function isBuilt(consoleFolder: string): boolean {
  const page = join(consoleFolder, 'index.html')
  if (!existsSync(page)) return false
  const parts = readFileSync(page, 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)
  return [...parts].every(([, part = '']) => existsSync(join(consoleFolder, part)))
}
