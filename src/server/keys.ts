import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Cipher } from '#service/ports.ts'
import type { KeyCheckStore } from '#storage/sql/key-check.ts'
import { aesCipher, encryptionKeyFrom, KEY_BYTES } from './cipher.ts'
import type { Config } from './config.ts'
import { encryptionKeyFile } from './data-folder.ts'
import { lockDataFolder } from './lock.ts'
import { reasonOf } from './reason.ts'
import { StartError } from './start-error.ts'

const CHECK_CONTEXT = 'key-check'

/** How long a process waits for another that is making the key of the same folder. */
const MAKING_LIMIT_MS = 10_000

/**
 * The cipher of a database, by the key that is set or the one that is kept in the data folder. A new database gets a new key.
 *
 * @throws StartError when the key is not the database's, is missing, or cannot be read or kept
 */
export async function openCipher(
  keyCheck: KeyCheckStore,
  { encryptionKey, dataFolder, databaseUrl }: Pick<Config, 'encryptionKey' | 'dataFolder' | 'databaseUrl'>,
): Promise<Cipher> {
  if (encryptionKey !== null) return fittingCipher(encryptionKey, keyCheck)
  const file = encryptionKeyFile(dataFolder)
  if (existsSync(file)) return fittingCipher(keyIn(file), keyCheck)
  // In SQLite's folder there is no other process. Of several that share a folder beside PostgreSQL one makes the key.
  const unlock = databaseUrl === null ? () => {} : lockDataFolder(dataFolder, MAKING_LIMIT_MS)
  try {
    return existsSync(file) ? await fittingCipher(keyIn(file), keyCheck) : await keepNewKey(file, keyCheck)
  } finally {
    unlock()
  }
}

/** The cipher by the key that is set or kept in the data folder, whichever database it belongs to; null for no key. */
export async function keptCipher({
  encryptionKey,
  dataFolder,
}: Pick<Config, 'encryptionKey' | 'dataFolder'>): Promise<Cipher | null> {
  const file = encryptionKeyFile(dataFolder)
  if (encryptionKey === null && !existsSync(file)) return null
  return aesCipher(encryptionKey ?? keyIn(file))
}

/**
 * Keeps the key under another name until the database knows it: the file by its own name says that there is a database to
 * it, and a start that is interrupted anywhere in between goes on the next time.
 */
async function keepNewKey(file: string, keyCheck: KeyCheckStore): Promise<Cipher> {
  const unfinished = `${file}.new`
  const begun = existsSync(unfinished) ? encryptionKeyFrom(textOf(unfinished)) : null
  if (begun === null && (await keyCheck.find())) {
    throw new StartError(
      `${file} is missing, and the stored tokens cannot be read without it: put it back or set ENCRYPTION_KEY.`,
    )
  }
  const key = begun ?? crypto.getRandomValues(new Uint8Array(KEY_BYTES))
  if (begun === null) {
    orCannotBeKept(file, () => {
      writeFileSync(unfinished, `${Buffer.from(key).toString('base64')}\n`, { mode: 0o600, flush: true })
    })
  }
  const cipher = await fittingCipher(key, keyCheck)
  orCannotBeKept(file, () => renameSync(unfinished, file))
  return cipher
}

function orCannotBeKept(file: string, keep: () => void) {
  try {
    keep()
  } catch (error) {
    throw new StartError(`The encryption key cannot be kept in ${file}: ${reasonOf(error)}.`, {
      cause: error,
    })
  }
}

function keyIn(file: string): Uint8Array<ArrayBuffer> {
  const key = encryptionKeyFrom(textOf(file))
  if (key === null) throw new StartError(`${file} does not hold 32 bytes in base64 or hex.`)
  return key
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new StartError(`The encryption key ${file} cannot be read: ${reasonOf(error)}.`, { cause: error })
  }
}

async function fittingCipher(key: Uint8Array<ArrayBuffer>, keyCheck: KeyCheckStore): Promise<Cipher> {
  const cipher = await aesCipher(key)
  await requireFittingKey(cipher, keyCheck)
  return cipher
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
