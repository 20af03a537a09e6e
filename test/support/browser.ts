import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import bundledChromium, { inflate } from '@sparticuz/chromium'
import { chromium, type Browser, type Response } from 'playwright-core'
import { note } from './answers.ts'

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
  const options = installed === undefined ? await bundled() : { executablePath: installed }
  return watched(await chromium.launch({ args, ...options }))
}

/**
 * Notes what the service answers to each page, for the check of declared answers. Chromium dies now and then of closing a context that
 * has a service worker; by then the context has served, and it is gone either way.
 */
function watched(browser: Browser): Browser {
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (...given) => {
    const context = await newContext(...given)
    context.on('response', (response) => void noteResponse(response))
    const close = context.close.bind(context)
    context.close = async (...why) => {
      try {
        await close(...why)
      } catch (error) {
        if (!String(error).includes('has been closed')) throw error
      }
    }
    return context
  }
  return browser
}

async function noteResponse(response: Response): Promise<void> {
  try {
    const [headers, text] = [await response.allHeaders(), await response.text()]
    const { pathname } = new URL(response.url())
    note({
      method: response.request().method(),
      pathname,
      status: response.status(),
      headers: new Headers(headers),
      text,
      isOfServiceWorker: response.fromServiceWorker(),
    })
  } catch {
    // A page that was left takes with it what it was answered.
  }
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
