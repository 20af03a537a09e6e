import { EventEmitter, once } from 'node:events'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import type { EngineKind } from './engine.ts'
import { runProgram } from './program.ts'

/** Firefox itself speaks WebDriver BiDi; no driver stands between. */
export const firefox: EngineKind = {
  name: 'Firefox',
  programs: ['firefox'],
  packages: ['firefox-esr'],
  async start([path = '']) {
    const profile = temporaryFolder()
    const printed = runProgram(path, ['--headless', '--remote-debugging-port=0', '--profile', profile])
    const send = await connect(`${await printed(/ws:\/\/\S+(?=\n)/)}/session`)
    const { capabilities } = await send<Session>('session.new', { capabilities: {} })
    let { context } = await send<Tab>('browsingContext.create', { type: 'tab' })
    let viewport = { width: 1280, height: 900 }
    return {
      version: `Firefox ${capabilities.browserVersion}`,
      async goTo(url) {
        // A new tab has the focus, which Tab may have moved on to the window's own buttons in the one before.
        context = (await send<Tab>('browsingContext.create', { type: 'tab' })).context
        await send('browsingContext.setViewport', { context, viewport })
        await send('browsingContext.navigate', { context, url, wait: 'complete' })
      },
      async evaluate(expression) {
        const answer = await send<Evaluated>('script.evaluate', {
          expression,
          target: { context },
          awaitPromise: false,
        })
        if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text)
        return answer.result.value
      },
      perform: (actions) =>
        send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions }] }),
      async resize(width, height) {
        viewport = { width, height }
        await send('browsingContext.setViewport', { context, viewport })
      },
    }
  },
}

type Session = { capabilities: { browserVersion: string } }
type Tab = { context: string }
type Evaluated =
  { type: 'success'; result: { value: string } } | { type: 'exception'; exceptionDetails: { text: string } }
type Answer<Result> = { type: 'success'; result: Result } | { type: 'error'; message: string }

/** Connects until the test ends. @returns what sends a command and gives its result */
async function connect(url: string) {
  const socket = new WebSocket(url)
  await once(socket, 'open')
  onTestFinished(() => socket.close())
  const answers = new EventEmitter()
  socket.addEventListener('message', ({ data }) => {
    const answer: { id: number } = JSON.parse(String(data))
    answers.emit(String(answer.id), answer)
  })
  let lastId = 0
  return async <Result>(method: string, params: object): Promise<Result> => {
    lastId += 1
    const heard = once(answers, String(lastId))
    socket.send(JSON.stringify({ id: lastId, method, params }))
    const [answer]: Answer<Result>[] = await heard
    if (answer?.type !== 'success') throw new Error(`${method}: ${answer?.message}`)
    return answer.result
  }
}
