import type { DeliveryFailure } from '#contract/notice-deliveries.ts'
import { MAX_LIFETIME_SECONDS } from '#contract/profile-auth.ts'
import type { Ports } from '#service/app.ts'
import { AuditChainCheck } from '#service/audit/chain-check.ts'
import { refusalTrace } from '#service/audit/refusals.ts'
import { CallObserver } from '#service/callers/observer.ts'
import type { Client } from '#service/context.ts'
import type { Cipher, MailSender, Passwords, Random, WeaknessOf, WebhookSender } from '#service/ports.ts'
import { memoryStores } from '#storage/memory/memory-stores.ts'

/**
 * What the service needs, where nothing outlives the page or the test: everything in memory, secrets readable, no limit
 * on calls and attempts.
 *
 * @param now the clock, milliseconds since 1970
 */
export function mockPorts(client: Client, now: () => number): Ports {
  const stores = memoryStores()
  const random: Random = (byteCount) => crypto.getRandomValues(new Uint8Array(byteCount))
  return {
    ...stores,
    client,
    refusals: refusalTrace({ audit: stores.audit, random }, () => {}),
    auditCheck: new AuditChainCheck(),
    auditKeptDays: 0,
    batchesKeptDays: 90,
    observer: new CallObserver(),
    cipher: readableCipher,
    passwords: readablePasswords,
    weaknessOf: oneOfEachWeakness,
    signInAttempts: { ...unlimited, succeed: async () => {} },
    adminCalls: unlimited,
    bulkUpdates: unlimited,
    tokenGuesses: unlimited,
    providerSignIns: unlimited,
    passkeyQuestions: unlimited,
    webhooks: webhooksByName,
    mail: mailboxesByName,
    noticeTries: unlimited,
    now,
    random,
    provider: null,
    hasPasswordSignIn: true,
    rejectStatus: 401,
    maxTokenLifetimeSeconds: MAX_LIFETIME_SECONDS,
    freshSignInSeconds: 15 * 60,
    secondStep: 'off',
    log: () => {},
    warn: () => {},
    batchAccepted: () => {},
  }
}

const unlimited = { consume: async () => 0, giveBack: async () => {} }

const readableCipher: Cipher = {
  seal: async (plaintext, context) => new TextEncoder().encode(`${context}\n${plaintext}`),
  open: async (sealed, context) => {
    const [sealedContext, plaintext] = new TextDecoder().decode(sealed).split('\n')
    if (sealedContext !== context || plaintext === undefined) throw new Error('sealed for another row')
    return plaintext
  },
  fingerprint: async (text, context) => `readable:${context}:${text}`,
}

const readablePasswords: Passwords = {
  hash: async (password) => `readable:${password}`,
  verify: async (password, hash) => hash === `readable:${password}`,
  decoy: 'readable by nobody',
}

const refusedBy = (reason: DeliveryFailure['reason'], status: number | null, said: string) => ({
  failure: { reason, status, said },
})
const taken = (status: number | null) => ({ receipt: { durationMs: 180, status } })

/** Every webhook takes what it is sent, but one at a host that begins with `down.`; `localhost` is our own. */
const webhooksByName: WebhookSender = {
  async refusalOf(address) {
    const { protocol, hostname } = new URL(address)
    if (hostname === 'localhost') return 'address-refused'
    return protocol === 'https:' ? null : 'not-https'
  },
  send: async ({ address }) =>
    new URL(address).hostname.startsWith('down.')
      ? refusedBy('answered', 503, 'upstream connect error')
      : taken(204),
}

/** Every mailbox takes mail, but one that begins with `full`. */
const mailboxesByName: MailSender = {
  send: async ({ to }) =>
    to.startsWith('full') ? refusedBy('mail-refused', null, '552 mailbox full') : taken(null),
}

/** Knows one password of each kind that can be guessed: the list of common ones is the server's. */
const oneOfEachWeakness: WeaknessOf = async (password, ownWords) => {
  if (ownWords.includes(password)) return 'password-of-own-words'
  if (new Set(password).size === 1) return 'password-too-uniform'
  return password.startsWith('password') ? 'password-too-common' : null
}
