import { execFile } from 'node:child_process'
import { delimiter, dirname, resolve } from 'node:path'
import { promisify } from 'node:util'
import { temporaryFolder } from './temporary-folder.ts'

/** Programs that people have and a bare machine may lack; they come last, so that a real one is taken. */
const STAND_INS = resolve(import.meta.dirname, 'stand-ins')

/** A line of a script before its Python, which has `requests` from then on. */
export const WITH_REQUESTS = `python3 -c 'import requests' 2> errors || export PYTHONPATH=${STAND_INS}/python-modules PYTHONDONTWRITEBYTECODE=1`

/**
 * Runs a script as a person would who pasted it into a terminal: in an empty folder, with the Node of the tests.
 *
 * @returns what it printed
 * @throws Error with what it printed, when it fails
 */
export async function inShell(script: string, environment: Record<string, string> = {}): Promise<string> {
  const path = [dirname(process.execPath), process.env['PATH'], STAND_INS].join(delimiter)
  const { stdout } = await promisify(execFile)('sh', ['-eu', '-c', script], {
    cwd: temporaryFolder(),
    env: { ...environment, PATH: path },
  })
  return stdout
}
