import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cipher } from '#service/ports.ts'
import type { KeyCheckStore } from '#storage/sql/key-check.ts'
import { StartError } from './start-error.ts'

const KEY_BYTES = 32
const CHECK_CONTEXT = 'key-check'

/** Where the key is kept that no variable gives. */
export const encryptionKeyFile = (dataFolder: string) => join(dataFolder, 'encryption-key')

/** The 32 bytes that a text holds in base64 or hex; null when it does not. */
export function encryptionKeyFrom(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64')
  return bytes.length === KEY_BYTES ? new Uint8Array(bytes) : null
}

/**
 * The encryption key kept in a file; made at the first start.
 *
 * @param isFirstStart false once there is a database, whose tokens a new key could not read
 * @throws StartError when the file is missing later on, or holds no key
 */
export function keptEncryptionKey(file: string, isFirstStart: boolean): Uint8Array<ArrayBuffer> {
  if (!existsSync(file)) {
    if (!isFirstStart) {
      throw new StartError(
        `${file} is missing, and the stored tokens cannot be read without it: put it back or set ENCRYPTION_KEY.`,
      )
    }
    const key = crypto.getRandomValues(new Uint8Array(KEY_BYTES))
    writeFileSync(file, `${Buffer.from(key).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true })
    return key
  }
  const key = encryptionKeyFrom(readFileSync(file, 'utf8').trim())
  if (key === null) throw new StartError(`${file} does not hold 32 bytes in base64 or hex.`)
  return key
}

/**
 * Makes sure that the key is the one this database was filled with, by a value sealed at the first start.
 *
 * @throws StartError when it is another one
 */
export async function requireFittingKey(cipher: Cipher, keyCheck: KeyCheckStore) {
  const sealed = await keyCheck.establish(await cipher.seal('', CHECK_CONTEXT))
  try {
    await cipher.open(sealed, CHECK_CONTEXT)
  } catch {
    throw new StartError(
      'The encryption key does not fit the database, which was filled with another one. docs/operating.md says what to do.',
    )
  }
}
