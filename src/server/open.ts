import type { Ports } from '#service/app.ts'
import { AuditChainCheck } from '#service/audit/chain-check.ts'
import type { MailSender } from '#service/ports.ts'
import type { OpenIdProvider } from '#service/sign-in/oidc/provider.ts'
import { refusalTrace } from '#service/audit/refusals.ts'
import { CallObserver } from '#service/callers/observer.ts'
import { attemptLimiter } from './attempts.ts'
import {
  ADMIN_CALLS_PER_MINUTE,
  callLimiter,
  NOTICE_TRIES_PER_MINUTE,
  PROVIDER_SIGN_INS_PER_MINUTE,
  PASSKEY_QUESTIONS_PER_MINUTE,
  TOKEN_GUESSES_PER_MINUTE,
} from './call-limiter.ts'
import type { Config } from './config.ts'
import { markDatabase, prepareDataFolder } from './data-folder.ts'
import { openDatabase } from './database.ts'
import { openCipher } from './keys.ts'
import { openLog } from './log.ts'
import { memoryCounts } from './memory-counts.ts'
import { webhookSender } from './notices/webhook.ts'
import { standardOutput } from './output.ts'
import { argon2Passwords } from './passwords.ts'
import { weaknessOf } from './password-weakness.ts'
import { random } from './random.ts'
import { say } from './run.ts'
import { StartError } from './start-error.ts'

/**
 * Opens the data folder, made at the first start, and the database, and gathers what the service needs from this machine.
 *
 * @returns that, the sums of refused calls, the log, what tells that the database has failed for good, `endSoon`, and `close`, after
 *   which another process may open the folder
 * @throws StartError when another process has the folder, the database cannot be reached, or the encryption key is
 *   missing or another one
 */
export async function open(config: Config) {
  const { dataFolder, client, rejectStatus, bulkUpdatesPerMinute, logLevel } = config
  const { maxTokenLifetimeSeconds, freshSignInSeconds, secondStep, auditKeptDays, batchesKeptDays } = config
  inDataFolder(config, () => prepareDataFolder(dataFolder).forEach(say))
  const log = openLog(logLevel, standardOutput())
  const storage = await openDatabase(config, log.failure)

  const cipher = await openCipher(storage.keyCheck, config)
  inDataFolder(config, () => markDatabase(dataFolder))

  const counts = storage.counts ?? memoryCounts()
  const ports: Omit<Ports, 'batchAccepted'> = {
    ...storage.stores,
    client,
    refusals: refusalTrace({ audit: storage.stores.audit, random }, log.failure),
    auditCheck: new AuditChainCheck(),
    auditKeptDays,
    batchesKeptDays,
    observer: new CallObserver(),
    cipher,
    passwords: argon2Passwords(),
    weaknessOf,
    signInAttempts: attemptLimiter(counts),
    adminCalls: callLimiter(counts, 'admin calls', ADMIN_CALLS_PER_MINUTE),
    bulkUpdates: callLimiter(counts, 'bulk updates', bulkUpdatesPerMinute),
    tokenGuesses: callLimiter(counts, 'token guesses', TOKEN_GUESSES_PER_MINUTE),
    providerSignIns: callLimiter(counts, 'provider sign-ins', PROVIDER_SIGN_INS_PER_MINUTE),
    passkeyQuestions: callLimiter(counts, 'passkey questions', PASSKEY_QUESTIONS_PER_MINUTE),
    webhooks: webhookSender(config.webhookNetworks),
    mail: await mailOf(config),
    noticeTries: callLimiter(counts, 'notice tries', NOTICE_TRIES_PER_MINUTE),
    provider: await providerOf(config),
    hasPasswordSignIn: config.hasPasswordSignIn,
    now,
    random,
    rejectStatus,
    maxTokenLifetimeSeconds,
    freshSignInSeconds,
    secondStep,
    log: log.request,
    warn: log.warning,
  }
  return {
    ports,
    log,
    failed: storage.failed,
    endSoon: () => storage.endSoon(),
    close: () => storage.close(),
  }
}

const now = () => Date.now()

/** Loaded only where it is used: most do without. */
async function providerOf({ provider }: Config): Promise<OpenIdProvider | null> {
  if (provider === null) return null
  const { openIdProvider } = await import('./openid-provider.ts')
  return openIdProvider(provider, now)
}

/** The same. */
async function mailOf({ mail }: Config): Promise<MailSender | null> {
  if (mail === null) return null
  const { mailSender } = await import('./notices/mail.ts')
  return mailSender(mail.url, mail.from)
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
