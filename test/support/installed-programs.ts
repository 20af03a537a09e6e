import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * A program that the machine may have, for it is none that npm brings. What it is tried with runs where it is there; elsewhere the
 * end of the run names each test that did not.
 *
 * @returns its path; undefined where there is none
 */
export const installed = (program: string): string | undefined =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path))
