import { onTestFinished } from 'vitest'
import { command, type Environment, type ServiceProcess, spawnService } from './service-process.ts'

export { command }

/**
 * Starts the real process on a free port of this machine; what still runs when the test ends is killed.
 *
 * @param log as of `spawnService`
 * @throws Error with what it printed, when it does not start
 */
export async function startService(environment: Environment, log?: number): Promise<ServiceProcess> {
  const service = await spawnService(environment, log)
  onTestFinished(() => service.kill())
  return service
}

/** Runs the process where it is expected to refuse to start. @returns its exit code and what it said */
export const refusalToStart = (environment: Environment) => command('main', [], environment)
