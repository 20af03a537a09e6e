import type { Language } from '#contract/languages.ts'
import type { Client } from '../../context.ts'
import type { MailMessage } from '../../ports.ts'
import { mailFormats } from './formats.ts'
import { TEXTS } from './mail-of.ts'

/** A one-time link to send: to someone who is invited, or who is known here and is to get in anew. */
export type LinkMail = {
  kind: 'invited' | 'known'
  /** The name of whoever made it. */
  by: string
  setUpUrl: string
  /** ISO 8601 in UTC. */
  expiresAt: string
}

/** A link in words, as plain text; the link stands on a line of its own. */
export function linkMailOf(
  { kind, by, setUpUrl, expiresAt }: LinkMail,
  language: Language,
  { clientCode }: Client,
): Pick<MailMessage, 'subject' | 'text'> {
  const formats = mailFormats(language)
  const { link } = TEXTS[language](formats)
  const { subject, why } = link[kind]
  const paragraphs = [
    why(by, clientCode),
    link.once(formats.instant(expiresAt)),
    setUpUrl,
    `-- \n${link.ignore}`,
  ]
  return { subject: `[${clientCode}] ${subject}`, text: `${paragraphs.join('\n\n')}\n` }
}
