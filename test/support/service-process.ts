import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { resolve } from 'node:path'

/** As `npm start` has it, built before the tests start. */
const SERVER = resolve(import.meta.dirname, '../../dist/server')
/** As `npm start` has it, and wherever else it is started. */
export const NODE_OPTIONS = ['--max-semi-space-size=8']

/** What the operator sets; DATA_DIR at least, for two services cannot share a folder. */
export type Environment = { DATA_DIR: string } & Record<string, string>

/** What the log says of a request. */
export type LogLine = { requestId: string; method: string; route: string; status: number }

export type ServiceProcess = {
  pid: number
  /** Where it can be called, without a slash at the end. */
  url: string
  /** The one-time link of a first start. */
  setUpUrl: string | null
  /** Everything printed so far: the log and the sentences for the operator. */
  output: () => string
  /** What the log says of requests, up to that answer at least: its line may come later than the answer itself. */
  logUpTo: (answer: Response) => Promise<LogLine[]>
  /** Asks it to stop, as an operator does. @returns its exit code */
  stop: () => Promise<number | null>
  /** Ends it at once, as `kill -9` does. */
  kill: () => Promise<void>
  /** Settles when it has ended, with its exit code. */
  exited: Promise<number | null>
}

/**
 * Starts the real process on a free port of this machine.
 *
 * @param log what standard output is, in place of a pipe that is read: a file that is open
 * @throws Error with what it printed, when it does not start
 */
export async function spawnService(environment: Environment, log?: number): Promise<ServiceProcess> {
  const { child, output, printed, exited } = run(environment, 'main', [], log)
  const address = /Profile API Console is at (\S+)\n/
  await printed((text) => address.test(text))
  return {
    pid: child.pid ?? 0,
    url: address.exec(output())?.[1] ?? '',
    setUpUrl: /\S+#code=\S+/.exec(output())?.[0] ?? null,
    output,
    async logUpTo({ headers }) {
      const requestId = headers.get('X-Request-Id')
      await printed((text) => logLinesIn(text).some((line) => line.requestId === requestId))
      return logLinesIn(output())
    },
    async stop() {
      child.kill('SIGTERM')
      return exited
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    exited,
  }
}

/** Starts a program and waits for nothing. @returns what ends it as `kill -9` does */
export function start(name: string, environment: Environment): { kill: () => Promise<void> } {
  const { child, exited } = run(environment, name)
  return {
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** Runs a command of the operator's. @returns its exit code and what it said */
export async function command(name: string, args: string[], environment: Environment) {
  const { output, exited } = run(environment, name, args)
  return { exitCode: await exited, said: output() }
}

function run(environment: Environment, name = 'main', args: string[] = [], log: number | 'pipe' = 'pipe') {
  const child = spawn(process.execPath, [...NODE_OPTIONS, resolve(SERVER, `${name}.js`), ...args], {
    env: { PATH: process.env['PATH'], PORT: '0', ...environment },
    stdio: ['ignore', log, 'pipe'],
  })
  let output = ''
  const heard = new EventEmitter()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
      heard.emit('more')
    })
  }
  const exited = exitOf(child)
  /** Waits until that is in the output. @throws Error with the output, when the process ends without */
  async function printed(isThere: (output: string) => boolean) {
    while (!isThere(output)) {
      const more = once(heard, 'more').then(() => true)
      const hasMore = await Promise.race([more, exited.then(() => false)])
      if (!hasMore && !isThere(output)) throw new Error(`It ended too early:\n${output}`)
    }
  }
  return { child, output: () => output, printed, exited }
}

function logLinesIn(output: string): LogLine[] {
  const whole = output.split('\n').slice(0, -1)
  return whole
    .filter((line) => line.startsWith('{') && line.includes('"route"'))
    .map((line) => JSON.parse(line))
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  await once(child, 'close')
  return child.exitCode
}
