import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'

const BUILD = resolve(import.meta.dirname, '../../src/server/commands/build.ts')

/** For tests of what is built: builds it, unless it is already of this source. */
export default () => void execFileSync(process.execPath, [BUILD], { stdio: 'inherit' })
