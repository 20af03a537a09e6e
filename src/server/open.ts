import { pino, stdTimeFunctions } from 'pino'
import type { Ports } from '#service/app.ts'
import { refusalTrace } from '#service/audit/refusals.ts'
import type { Random } from '#service/ports.ts'
import { memoryAttempts } from './attempts.ts'
import { ADMIN_CALLS_PER_MINUTE, memoryCallLimiter, TOKEN_GUESSES_PER_MINUTE } from './call-limiter.ts'
import type { Config } from './config.ts'
import { markDatabase, prepareDataFolder } from './data-folder.ts'
import { openDatabase } from './database.ts'
import { openCipher } from './keys.ts'
import { argon2Passwords } from './passwords.ts'
import { weaknessOf } from './password-weakness.ts'
import { say } from './run.ts'
import { StartError } from './start-error.ts'

/**
 * Opens the data folder, made at the first start, and the database, and gathers what the service needs from this machine.
 *
 * @returns that, where to report failures of no request, what tells that the database has failed for good, and `close`,
 *   after which another process may open the folder
 * @throws StartError when another process has the folder, the database cannot be reached, or the encryption key is
 *   missing or another one
 */
export async function open(config: Config) {
  const { dataFolder, client, rejectStatus, bulkUpdatesPerMinute, logLevel } = config
  const { maxTokenLifetimeSeconds } = config
  inDataFolder(config, () => prepareDataFolder(dataFolder).forEach(say))
  const log = pino({ level: logLevel, base: null, timestamp: stdTimeFunctions.isoTime })
  const report = (error: unknown, requestId: string | null = null) =>
    log.error({ ...(requestId !== null && { requestId }), err: error })
  const storage = await openDatabase(config, report)

  const cipher = await openCipher(storage.keyCheck, config)
  inDataFolder(config, () => markDatabase(dataFolder))

  const random: Random = (byteCount) => crypto.getRandomValues(new Uint8Array(byteCount))
  const ports: Omit<Ports, 'batchAccepted'> = {
    ...storage.stores,
    client,
    refusals: refusalTrace({ audit: storage.stores.audit, random }, report),
    cipher,
    passwords: argon2Passwords(),
    weaknessOf,
    signInAttempts: memoryAttempts(),
    adminCalls: memoryCallLimiter(ADMIN_CALLS_PER_MINUTE),
    bulkUpdates: memoryCallLimiter(bulkUpdatesPerMinute),
    tokenGuesses: memoryCallLimiter(TOKEN_GUESSES_PER_MINUTE),
    now: () => Date.now(),
    random,
    rejectStatus,
    maxTokenLifetimeSeconds,
    log: ({ error, ...request }) =>
      error === undefined ? log.info(request) : log.error({ ...request, err: error }),
    warn: (sentence, facts = {}) => log.warn(facts, sentence),
  }
  return {
    ports,
    report,
    failed: storage.failed,
    close: () => storage.close(),
  }
}

/** Where PostgreSQL holds everything and a variable the key, the service starts without a folder, and says what that costs. */
function inDataFolder({ databaseUrl, encryptionKey }: Config, work: () => void) {
  try {
    work()
  } catch (error) {
    if (!(error instanceof StartError) || databaseUrl === null || encryptionKey === null) throw error
    say(`${error.message} So a database that was emptied would be taken for a new one.`)
  }
}
