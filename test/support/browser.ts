import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import bundledChromium, { inflate } from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser']

/** A name for this machine that browsers do not trust as they trust `localhost`: plain http on a LAN. */
export const LAN_HOST = 'console.lan'

/** As root in a container, without a screen, and without asking any host but ours for anything. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--host-resolver-rules=MAP ${LAN_HOST} 127.0.0.1`,
]

/**
 * A headless Chromium: the machine's own, or else the one that npm brought, so that a fresh machine needs no more.
 *
 * @param more arguments of its command line
 */
export async function openBrowser(more: string[] = []): Promise<Browser> {
  const args = [...ARGS, ...more]
  const installed = process.env['BUNDLED_CHROMIUM'] ? undefined : INSTALLED.find((path) => existsSync(path))
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args })
  return chromium.launch({ args, ...(await bundled()) })
}

/** The bundled browser needs libraries and fonts that a bare machine lacks; the same package ships them. */
async function bundled() {
  const executablePath = await bundledChromium.executablePath()
  const packageFolder = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))
  const libraries = await inflate(join(packageFolder, 'bin', 'al2023.tar.br'))
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: join(libraries, 'lib'),
    FONTCONFIG_PATH: join(tmpdir(), 'fonts'),
  }
  return { executablePath, env }
}
