import type { Language } from '#contract/languages.ts'
import type { Notice } from '#contract/notices.ts'
import type { Client } from '../../context.ts'
import type { MailMessage } from '../../ports.ts'
import { type MailFormats, mailFormats } from './formats.ts'
import { en, type MailTexts } from './texts/en.ts'
import { es } from './texts/es.ts'
import { fr } from './texts/fr.ts'
import { ptBR } from './texts/pt-BR.ts'
import { sv } from './texts/sv.ts'

/** What e-mails say, by the language they say it in. */
export const TEXTS: Record<Language, MailTexts> = { en, es, fr, 'pt-BR': ptBR, sv }

/** A notice in words, as plain text. */
export function mailOf(
  notice: Notice,
  language: Language,
  { clientCode, publicUrl }: Client,
): Pick<MailMessage, 'subject' | 'text'> {
  const formats = mailFormats(language)
  const texts = TEXTS[language](formats)
  const { subject, paragraphs } = told(notice, texts, formats)
  const all = [...paragraphs, ...(publicUrl === null ? [] : [publicUrl]), `-- \n${texts.why(clientCode)}`]
  return { subject: `[${clientCode}] ${subject}`, text: `${all.join('\n\n')}\n` }
}

type Told = { subject: string; paragraphs: string[] }

function told(notice: Notice, texts: ReturnType<MailTexts>, { instant }: MailFormats): Told {
  const { subject } = texts
  switch (notice.type) {
    case 'token.expiring': {
      const { token, daysLeft, authenticationRequired, callers } = notice.data
      return {
        subject: subject.expiring(token.lastFour, daysLeft),
        paragraphs: [
          texts.expiring(token.lastFour, instant(token.expiresAt)),
          authenticationRequired ? texts.expiringRequired : texts.notRequired,
          texts.usedBy(callers.count, callers.names),
        ],
      }
    }
    case 'token.expired': {
      const { token, authenticationRequired, callers } = notice.data
      return {
        subject: subject.expired(token.lastFour),
        paragraphs: [
          texts.expired(token.lastFour, instant(token.expiresAt)),
          authenticationRequired ? texts.expiredRequired : texts.notRequired,
          texts.usedBy(callers.count, callers.names),
        ],
      }
    }
    case 'calls.refused': {
      const { change, calls, callers } = notice.data
      return {
        subject: subject.refused,
        paragraphs: [
          texts.refusedSince[change.kind](change.lastFour ?? '', instant(change.at)),
          texts.refusedCalls(calls, callers.count, callers.names),
          texts.wayBack,
        ],
      }
    }
    case 'batch.stuck': {
      const { batchId, rows, rowsApplied } = notice.data
      return {
        subject: subject.stuck,
        paragraphs: [texts.stuck(batchId), texts.stuckRows(rowsApplied, rows)],
      }
    }
  }
  return { subject: subject.test, paragraphs: [texts.test(notice.data.by)] }
}
