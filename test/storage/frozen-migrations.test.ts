import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { migrations } from '#storage/sql/migrate.ts'

const FOLDER = join(import.meta.dirname, '../../src/storage/sql/migrations')

/** SHA-256 of each file that has landed: databases in use came to their form by exactly these steps. */
const LANDED: Record<string, string> = {
  '001-profile-auth.ts': '35fd325a93c7749987c1edb76dc9ca72e77a724e6c694b78a61ab91cb282009a',
  '002-sign-in.ts': '0bdd426808eb4485835cf1160ccd08a77b465e61a225b0cefc4b8592095567eb',
  '003-profiles.ts': '496cb9f457fc54f2d9d256b3c492eceff0fd8bfb35c002800b004833ed712670',
  '004-people-and-records.ts': '40612ca02eec75b01d90ae4133d8837d3d9b8cf3a9bffec1ba8b3ef6b2adafaf',
  '005-in-doubt-shut.ts': '281bfab4c0f4f63c42f5a9e532e03b95245975986a6dd98a1e3caf6d7dbdaf2d',
  '006-audit-chain.ts': '0464286e4db4004f349471a37de25af511ae812bb92f2d15f5731542db3533a3',
  '008-reserved-bytes.ts': 'baeee2403e6df37cc9dd5f7cef78e644224a86e1b4547d08895e02f9dfe31979',
  '009-rotation.ts': 'd3671c9b8dc0048520a3bafa35ccf74c3cb0fe49b399f4923afcddf2c5af7ac8',
  '010-observation.ts': '47a05363e547850c313026a43f234c5868894b7736f6cf4c1cfa1e2db21b8e9c',
  '011-audit-log.ts': '1c98e7e6aaf93773d5322a9b57fe6213b68ad2fb1ef36d13d95cbce8990376b1',
  '012-switch.ts': '565565cc4ac3169e06005a8d7917fee90290b732f549541c2ddee327944e51e9',
  '013-notices.ts': 'a1d1865ccdf432a533d2d838a0c0859dc3814c336fd9428bd79f8986b491655e',
  '014-sessions.ts': '98c24d892a23dcfd761b37de64b417658a1067a57b0ada3c29c8ac2daa6601ae',
  '015-people.ts': 'd020b30373f2da799086b171a37787aa46d357c907c7d069d195bce72638cd67',
  '017-oidc.ts': 'f61f0c928144b4ddf74aeabbc7e7d13908e5aacba1565c471ed9ddf264d4c5b5',
  '018-passkeys.ts': 'b9fbe6fc98e8b78e874705f3485bd2508656c31ee3c4bdc0b34b7b3a8069cc43',
  '020-batches.ts': 'dec481dab62cf1bc9508811be226de171e4c7dccc8bfa254b4a6ffdbe98993f1',
  '021-makers-of-links.ts': 'b23ae26440cee1a958f6a92060ceecf91ae0d60f6222cc69c5593896939a7b46',
  '022-limit-counts.ts': '72b7fa7f330506101c05e2a05621fb504c1f4099f86f95f09dccd1c77fb85abc',
  '023-sorted-runs.ts': 'db6bdbc54530004601cb1111f1c6401fa33a6cef663ffe0d38d1647f95940153',
  'column-types.ts': '9d857a7d18e230ab715075a3fcb4ecdb8bb74df9f4e57f7a08d6441e2aaa70f6',
}

it.each(Object.entries(LANDED))('%s is as it landed', (file, landed) => {
  const sha256 = createHash('sha256')
    .update(readFileSync(join(FOLDER, file)))
    .digest('hex')

  expect(sha256, `${file} has landed and is never edited: put it back and write a new migration.`).toBe(
    landed,
  )
})

it('holds every file of the folder', () => {
  const files = readdirSync(FOLDER)

  expect(files.toSorted(), 'A new migration lands together with its SHA-256 in this test.').toEqual(
    Object.keys(LANDED).toSorted(),
  )
})

it('takes the steps in the order of their numbers', () => {
  const steps = Object.keys(LANDED).filter((file) => /^\d/.test(file))

  expect(Object.keys(migrations).map((step) => `${step}.ts`)).toEqual(steps.toSorted())
})
