import type { Messages } from './en.ts'
import { type Language, languages } from './language.ts'

/** Each language by its own name, which is the same in all of them. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  'pt-BR': 'Português (Brasil)',
  sv: 'Svenska',
}

/** A variant is as good as the language itself: `es-MX` reads es, `pt-PT` pt-BR. @param preferred the browser's, best first */
export function negotiateLanguage(preferred: readonly string[]): Language {
  const known = preferred.map((tag) => languages.find((language) => primaryOf(language) === primaryOf(tag)))
  return known.find((language) => language !== undefined) ?? 'en'
}

/** Of `pt-BR` pt. By hand, because `Intl` throws on tags such as `en-US@posix`. */
const primaryOf = (tag: string) => /^[a-z]*/i.exec(tag)?.[0].toLowerCase()

const catalogs: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('./en.ts')).en,
  es: async () => (await import('./es.ts')).es,
  fr: async () => (await import('./fr.ts')).fr,
  'pt-BR': async () => (await import('./pt-BR.ts')).ptBR,
  sv: async () => (await import('./sv.ts')).sv,
}

/** @throws TypeError when the words cannot be loaded, such as without a connection */
export const loadMessages = (language: Language): Promise<Messages> => catalogs[language]()
