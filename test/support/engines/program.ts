import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

/**
 * Runs a program until the test ends.
 *
 * @returns what waits until it has printed something, and throws an Error with all that it printed when it ends before
 */
export function runProgram(path: string, args: string[], env: Record<string, string> = {}) {
  const program = spawn(path, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = once(program, 'close')
  onTestFinished(async () => {
    program.kill('SIGTERM')
    await closed
  })
  let said = ''
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (text) => (said += String(text)))
  return async function printed(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(said)
      if (found) return found[0]
      const more = [once(program.stdout, 'data'), once(program.stderr, 'data')]
      await Promise.race([...more, closed])
      if (program.exitCode !== null) throw new Error(`${path} ended:\n${said}`)
    }
  }
}
