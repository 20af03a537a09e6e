import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pino, stdTimeFunctions } from 'pino'
import { createApp } from '#service/app.ts'
import type { Deps } from '#service/deps.ts'
import { makeFirstSetUpLink } from '#service/sign-in/rules.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { memoryAttempts } from './attempts.ts'
import { startApplying, startTidying } from './background.ts'
import { aesCipher } from './cipher.ts'
import type { Config } from './config.ts'
import { keptEncryptionKey, requireFittingKey } from './keys.ts'
import { listen } from './listen.ts'
import { lockDataFolder } from './lock.ts'
import { argon2Passwords } from './passwords.ts'
import { site } from './site.ts'

/**
 * Starts the whole service: data folder, database, background work, HTTP.
 *
 * @param consoleFolder the built console; null for the API alone
 * @returns its address, the one-time set-up link while nobody has used it, and what stops it in good order
 * @throws StartError
 */
export async function start(config: Config, consoleFolder: string | null) {
  process.umask(0o077) // whatever is made in the data folder is for this user alone
  mkdirSync(config.dataFolder, { recursive: true })
  const unlock = lockDataFolder(config.dataFolder)
  const databaseFile = join(config.dataFolder, 'profile-api.sqlite')
  const key =
    config.encryptionKey ??
    keptEncryptionKey(join(config.dataFolder, 'encryption-key'), !existsSync(databaseFile))
  const storage = await openSqlite(databaseFile)
  const cipher = await aesCipher(key)
  await requireFittingKey(cipher, storage.keyCheck)

  const log = pino({ level: config.logLevel, base: null, timestamp: stdTimeFunctions.isoTime })
  const report = (error: unknown) => log.error({ err: error })
  const { stores } = storage
  const now = () => Date.now()
  const applying = startApplying({ stores, now }, report)
  const deps: Deps = {
    account: config.account,
    stores,
    cipher,
    passwords: argon2Passwords(),
    signInAttempts: memoryAttempts(),
    now,
    random: (byteCount) => crypto.getRandomValues(new Uint8Array(byteCount)),
    rejectStatus: config.rejectStatus,
    log: ({ error, ...request }) =>
      error === undefined ? log.info(request) : log.error({ ...request, err: error }),
    batchAccepted: applying.wake,
  }
  const stopTidying = startTidying(deps, report)

  const { publicUrl } = config.account
  const app = site(createApp(deps), consoleFolder, publicUrl?.startsWith('https:') ?? false)
  const server = await listen(app.fetch, config.host, config.port)
  const url = publicUrl ?? `http://${callable(config.host)}:${server.port}`
  return {
    url,
    setUpUrl: await makeFirstSetUpLink(deps, url),
    /** Lets requests and the chunk at hand finish, then closes the database and gives the data folder free. */
    async stop() {
      await server.close()
      stopTidying()
      await applying.stop()
      await storage.close()
      unlock()
    },
  }
}

/** A host that listens everywhere can be called as localhost. */
const callable = (host: string) => (['0.0.0.0', '::', '127.0.0.1'].includes(host) ? 'localhost' : host)
