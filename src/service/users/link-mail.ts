import type { MadeLink } from '#contract/invitations.ts'
import type { Language } from '#contract/languages.ts'
import type { SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { withinLimit } from '../http/limits.ts'
import { linkMailOf, type LinkMail } from '../notices/mail/link-mail-of.ts'
import type { Machine } from '../ports.ts'
import { newId } from '../secrets.ts'

export type MailNeeds = Pick<Machine, 'mail' | 'warn' | 'random'>

/** Bounds how often someone has links sent. @throws ServiceError `unavailable` with Retry-After in seconds */
export const withinMailLimit = <Done>(
  { noticeTries }: Pick<Machine, 'noticeTries'>,
  context: SignedInContext,
  sendIn: Language | undefined,
  work: () => Promise<Done>,
): Promise<Done> =>
  sendIn === undefined ? work() : withinLimit(noticeTries, 'links and tests by e-mail', context, work)

/** @throws ServiceError `mail-not-set-up` where links are to be sent and there is no mail server */
export function requireMail({ mail }: Pick<MailNeeds, 'mail'>, sendIn: Language | undefined): void {
  if (sendIn === undefined || mail !== null) return
  throw new ServiceError(
    'mail-not-set-up',
    'This service has no mail server. Whoever runs it can name one by SMTP_URL and MAIL_FROM.',
  )
}

/**
 * Sends a link at once, and once: it is a secret, which nothing keeps for another try. Whoever asked is told what became of
 * it, and has the link.
 *
 * @returns null where it is not to be sent
 */
export async function sendLink(
  { mail, warn, random }: MailNeeds,
  { client, actor }: SignedInContext,
  to: string,
  sendIn: Language | undefined,
  link: Omit<LinkMail, 'by'>,
): Promise<MadeLink['mail']> {
  if (sendIn === undefined || mail === null) return null
  const text = linkMailOf({ ...link, by: actor.user.name }, sendIn, client)
  try {
    const tried = await mail.send({ to, language: sendIn, id: newId(random), ...text })
    return { failure: 'failure' in tried ? tried.failure : null }
  } catch {
    warn('A link could not be sent by e-mail, by a fault of our own.')
    return { failure: { reason: 'fault', status: null, said: null } }
  }
}
