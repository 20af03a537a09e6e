import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { documented } from '../support/documented.ts'
import { installed } from '../support/installed-programs.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const analyze = installed('systemd-analyze') ?? ''
const ROOT = resolve(import.meta.dirname, '../..')

it.runIf(analyze)('the unit in the documentation is one that systemd takes, where the machine has it', () => {
  const unit = join(temporaryFolder(), 'profile-api-console.service')
  writeFileSync(unit, documented('systemd').replaceAll('/opt/profile-api-console', ROOT))

  const { status, stderr } = spawnSync(analyze, ['verify', '--recursive-errors=no', unit], {
    encoding: 'utf8',
  })

  expect(stderr).toBe('')
  expect(status).toBe(0)
})
