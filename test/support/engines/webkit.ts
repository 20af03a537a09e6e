import { expect, onTestFinished } from 'vitest'
import { freePort } from '../free-port.ts'
import type { EngineKind } from './engine.ts'
import { runProgram } from './program.ts'

const UNTIL_DRAWN =
  'const [drawn] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => drawn()))'

/** MiniBrowser of WebKitGTK on a screen of its own, driven over classic WebDriver. */
export const webkit: EngineKind = {
  name: 'WebKit',
  programs: ['WebKitWebDriver', 'Xvfb'],
  packages: ['webkit2gtk-driver', 'xvfb'],
  async start([driver = '', screen = '']) {
    const display = await runProgram(screen, ['-displayfd', '1', '-screen', '0', '1600x1200x24'])(/\d+(?=\n)/)
    const port = await freePort()
    runProgram(driver, [`--port=${port}`], { DISPLAY: `:${display}` })
    const send = sender(`http://127.0.0.1:${port}`)
    const isReady = () => send('GET', '/status').then(Boolean, () => false)
    await expect.poll(isReady).toBe(true)
    const { sessionId, capabilities } = await send<Session>('POST', '/session', { capabilities: {} })
    const session = `/session/${sessionId}`
    onTestFinished(() => send('DELETE', session))
    const evaluate = (expression: string) =>
      send<string>('POST', `${session}/execute/sync`, { script: `return ${expression}`, args: [] })
    return {
      version: `WebKitGTK ${capabilities.browserVersion}`,
      goTo: (url) => send('POST', `${session}/url`, { url }),
      evaluate,
      async perform(actions) {
        await send('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] })
        // A field that has the focus comes into sight only as the page is drawn anew.
        await send('POST', `${session}/execute/async`, { script: UNTIL_DRAWN, args: [] })
      },
      async resize(width, height) {
        const size = () => evaluate('JSON.stringify([outerWidth - innerWidth, outerHeight - innerHeight])')
        const [besides = 0, above = 0]: number[] = JSON.parse(await size())
        await send('POST', `${session}/window/rect`, { width: width + besides, height: height + above })
        await expect.poll(() => evaluate('`${innerWidth}×${innerHeight}`')).toBe(`${width}×${height}`)
      },
    }
  },
}

type Session = { sessionId: string; capabilities: { browserVersion: string } }

/** @returns what sends a command to the driver and gives its result */
const sender =
  (url: string) =>
  async <Result>(method: string, path: string, body?: object): Promise<Result> => {
    const answer = await fetch(url + path, { method, ...(body && { body: JSON.stringify(body) }) })
    const { value }: { value: Result & { message?: string } } = await answer.json()
    if (!answer.ok) throw new Error(`${path}: ${value.message}`)
    return value
  }
