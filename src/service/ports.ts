import type { Language } from '#contract/languages.ts'
import type { DeliveryFailure, DeliveryReceipt } from '#contract/notice-deliveries.ts'
import type { PasswordWeakness } from '#contract/passwords.ts'

/** Encrypts under a key that is not in the database; `context` binds the result to the row it is kept in. */
export interface Cipher {
  seal(plaintext: string, context: string): Promise<Uint8Array>
  /** @throws when the bytes, the key or the context are not those of `seal` */
  open(sealed: Uint8Array, context: string): Promise<string>
  /**
   * The same for the same text in the same context, and nothing that the text can be found by without the key: 128 bits in
   * lower-case hex.
   */
  fingerprint(text: string, context: string): Promise<string>
}

/** Who waits for a password to be worked on, which takes long and is done for few at a time. */
export type WhoWaits = {
  /** By which a quiet caller is told from a flood; null where it is not known. */
  remoteAddress: string | null
  /** Aborted when they have gone, and the work is not worth doing any more. */
  signal: AbortSignal
}

/** Both throw ServiceError `unavailable` with `Retry-After` when too many wait. */
export interface Passwords {
  hash(password: string, who: WhoWaits): Promise<string>
  verify(password: string, hash: string, who: WhoWaits): Promise<boolean>
  /** A hash that no password has; to verify one against it takes as long as against any other. */
  decoy: string
}

/** Why a password could be guessed; null for one that is hard to. `ownWords` are what its person is known by. */
export type WeaknessOf = (password: string, ownWords: readonly string[]) => Promise<PasswordWeakness | null>

/** Who tries to sign in. */
export type SignInCandidate = {
  email: string
  remoteAddress: string | null
  /** Of a device on which this person signed in before; null for any other. */
  deviceId: string | null
}

/** Bounds password guesses; how many is the implementation's to say. */
export interface AttemptLimiter {
  /** Counts an attempt as failed. @returns seconds to wait before the next one, 0 when this one may go on */
  consume(candidate: SignInCandidate): Promise<number>
  /** Uncounts an attempt in which no password was tried. */
  giveBack(candidate: SignInCandidate): Promise<void>
  /** Uncounts an attempt that turned out well, and forgets what the same person failed at before in the same place. */
  succeed(candidate: SignInCandidate): Promise<void>
}

/** Who calls, as far as calls are counted: a session, a profile authentication token, or whoever is at an address. */
export type Caller =
  | { by: 'session' | 'token'; id: string }
  /** Null where it is not known. */
  | { by: 'address'; remoteAddress: string | null }

/** Bounds how often one caller may call, so that a runaway job slows nobody else. */
export interface CallLimiter {
  /** Counts a call. @returns seconds to wait, 0 when this one may go on */
  consume(caller: Caller): Promise<number>
  /** Uncounts a call that was refused. */
  giveBack(caller: Caller): Promise<void>
}

/** What became of one try to send something. */
export type Tried = { receipt: DeliveryReceipt } | { failure: DeliveryFailure }

export type WebhookMessage = {
  address: string
  /** By which it is signed. */
  secret: string
  /** The same in each try, by which the receiver knows one that it has had. */
  id: string
  body: string
  /** Of this try, milliseconds since 1970. */
  at: number
}

/** Calls webhooks: signed, bounded in time and bytes, and only where they may be called. */
export interface WebhookSender {
  /** Why an address may not be called, as far as can be said without calling it; null where it may. */
  refusalOf(address: string): Promise<'not-https' | 'address-refused' | null>
  /** @throws for a fault of ours alone */
  send(message: WebhookMessage): Promise<Tried>
}

export type MailMessage = {
  to: string
  subject: string
  text: string
  language: Language
  /** The same in each try. */
  id: string
}

export interface MailSender {
  /** @throws for a fault of ours alone */
  send(message: MailMessage): Promise<Tried>
}

/** So many random bytes. */
export type Random = (byteCount: number) => Uint8Array<ArrayBuffer>

/** One line a request; never a header, a body or a query. */
export type RequestLog = {
  requestId: string
  method: string
  /** The route's pattern, so that no identifier reaches the log. */
  route: string
  status: number
  durationMs: number
  /** Present for a fault of ours (500). */
  error?: unknown
}

/** What the service needs of the machine it runs on, besides its stores. */
export type Machine = {
  cipher: Cipher
  passwords: Passwords
  weaknessOf: WeaknessOf
  signInAttempts: AttemptLimiter
  adminCalls: CallLimiter
  bulkUpdates: CallLimiter
  /** Questions about tokens that do not work, by whoever is at an address or in a session. */
  tokenGuesses: CallLimiter
  /** Sign-ins at the OpenID Connect provider, by whoever is at an address. */
  providerSignIns: CallLimiter
  /** Questions to authenticators of whoever is about to sign in, by address. */
  passkeyQuestions: CallLimiter
  webhooks: WebhookSender
  /** Null where the operator has named no mail server. */
  mail: MailSender | null
  /** Tests of webhooks and e-mail addresses, and tries before their time. */
  noticeTries: CallLimiter
  /** Milliseconds since 1970. */
  now: () => number
  random: Random
  log: (entry: RequestLog) => void
  /** Tells the operator what no request failed by. @param facts about it; no secret, no identifier, nothing unbounded */
  warn: (sentence: string, facts?: Readonly<Record<string, string | number>>) => void
  /** Tells whoever applies batches that one was accepted. */
  batchAccepted: () => void
}
