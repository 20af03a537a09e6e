import type { CallLimiter, Caller } from '#service/ports.ts'
import type { CountStore } from '#storage/sql/counts.ts'
import { giveBack, take, windows } from './counts.ts'
import { networkOf } from './remote-address.ts'

/**
 * Calls of the admin API in a minute by one session. Source: wire fact A14. No setting changes it: whoever lowers what
 * jobs may send in order to stop an abuse needs these calls.
 */
export const ADMIN_CALLS_PER_MINUTE = 50

/** Questions in a minute, from one address or session, about tokens that do not work: many times what a person mistypes. */
export const TOKEN_GUESSES_PER_MINUTE = 30

/** Questions in a minute to authenticators of those who are about to sign in, from one address: many more than an office has. */
export const PASSKEY_QUESTIONS_PER_MINUTE = 60

/** Tests and tries of notices in a minute by one session: enough to set some up, and no way to flood whoever gets them. */
export const NOTICE_TRIES_PER_MINUTE = 20

/** Requests to begin or to end a sign-in at the provider, in a minute from one address: a company may be behind one. */
export const PROVIDER_SIGN_INS_PER_MINUTE = 120

const WINDOW_MS = 60_000

/** Lets so many calls of each caller through in a minute. @param kind of what is counted, which shares no count with another */
export function callLimiter(counts: CountStore, kind: string, callsPerMinute: number): CallLimiter {
  const limit = windows(kind, callsPerMinute, WINDOW_MS)
  const turnOf = (caller: Caller) => [{ limit, key: keyOf(caller) }]
  return {
    consume: (caller) => take(counts, turnOf(caller)),
    giveBack: (caller) => giveBack(counts, turnOf(caller)),
  }
}

const keyOf = (caller: Caller) =>
  caller.by === 'address' ? networkOf(caller.remoteAddress) : `${caller.by} ${caller.id}`
