import { createTransport } from 'nodemailer'
import type { DeliveryFailure } from '#contract/notice-deliveries.ts'
import type { MailSender } from '#service/ports.ts'
import { lineOf } from './said.ts'
import { codeOf, TRY_LIMIT_MS } from './try.ts'

/** Who it is from, as mail programs show it. */
const SENDER = 'Profile API Console'

/**
 * Hands mail to a server, each over a connection of its own. With a user and a password it goes by TLS or not at all.
 *
 * @param url `smtp://user:password@host:587`, or `smtps://`
 * @param from the address that it is from
 */
export function mailSender(url: string, from: string, limitMs = TRY_LIMIT_MS): MailSender {
  const transport = createTransport({
    url,
    requireTLS: new URL(url).password !== '',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, language, id }) {
      const startedAtMs = performance.now()
      try {
        await transport.sendMail({
          from: { name: SENDER, address: from },
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
          signal: AbortSignal.timeout(limitMs),
        })
        return { receipt: { durationMs: Math.round(performance.now() - startedAtMs), status: null } }
      } catch (error) {
        return { failure: failureOf(error) }
      }
    },
  }
}

/** By the codes of Nodemailer. */
const REASONS: Record<string, DeliveryFailure['reason']> = {
  EABORT: 'timed-out',
  ETIMEDOUT: 'timed-out',
  EDNS: 'name-unknown',
  ECONNECTION: 'not-connected',
  ESOCKET: 'not-connected',
  ETLS: 'not-connected',
}

/** @throws what is no failure of the sending */
function failureOf(error: unknown): DeliveryFailure {
  const code = codeOf(error)
  if (code === null || !(error instanceof Error)) throw error
  if ('response' in error && typeof error.response === 'string') {
    return { reason: 'mail-refused', status: null, said: lineOf(error.response) }
  }
  return { reason: REASONS[code] ?? 'mail-refused', status: null, said: lineOf(error.message) }
}
