import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

const SERVER = resolve(import.meta.dirname, '../../src/server')
/** As `npm start` has it: a fifth less memory while a batch comes in, and no slower. */
const NODE_OPTIONS = ['--max-semi-space-size=8']

/** What the operator sets; DATA_DIR at least, for two services cannot share a folder. */
export type Environment = { DATA_DIR: string } & Record<string, string>

export type ServiceProcess = {
  pid: number
  /** Where it can be called, without a slash at the end. */
  url: string
  /** The one-time link of a first start. */
  setUpUrl: string | null
  /** Everything printed so far: the log and the sentences for the operator. */
  output: () => string
  /** Asks it to stop, as an operator does. @returns its exit code */
  stop: () => Promise<number | null>
  /** Ends it at once, as `kill -9` does. */
  kill: () => Promise<void>
}

/**
 * Starts the real process on a free port of this machine.
 *
 * @throws Error with what it printed, when it does not start
 */
export async function spawnService(environment: Environment): Promise<ServiceProcess> {
  const { child, output, exited } = run(environment)
  const hasStarted = () => output().includes('Profile API Console is at')
  while (!hasStarted()) {
    await Promise.race([once(child.stderr, 'data'), exited])
    if (child.exitCode !== null && !hasStarted()) throw new Error(`It did not start:\n${output()}`)
  }
  return {
    pid: child.pid ?? 0,
    url: /Profile API Console is at (\S+)/.exec(output())?.[1] ?? '',
    setUpUrl: /\S+#code=\S+/.exec(output())?.[0] ?? null,
    output,
    async stop() {
      child.kill('SIGTERM')
      return exited
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** Starts a program and waits for nothing. @returns what ends it as `kill -9` does */
export function start(file: string, environment: Environment): { kill: () => Promise<void> } {
  const { child, exited } = run(environment, file)
  return {
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** Runs a command of the operator's. @returns its exit code and what it said */
export async function command(file: string, args: string[], environment: Environment) {
  const { output, exited } = run(environment, file, args)
  return { exitCode: await exited, said: output() }
}

function run(environment: Environment, file = 'main.ts', args: string[] = []) {
  const child = spawn(process.execPath, [...NODE_OPTIONS, resolve(SERVER, file), ...args], {
    env: { PATH: process.env['PATH'], PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text))
  }
  return { child, output: () => printed, exited: exitOf(child) }
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  await once(child, 'close')
  return child.exitCode
}
