import type { Messages } from './en.ts'

export const languages = ['en', 'es', 'fr', 'pt-BR', 'sv'] as const
export type Language = (typeof languages)[number]

/** Each language by its own name, which is the same in all of them. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  'pt-BR': 'Português (Brasil)',
  sv: 'Svenska',
}

const KEY = 'language'

/** The language that this browser was told to use, else the first of its own that there is, else English. */
export function initialLanguage(): Language {
  return storedLanguage() ?? negotiateLanguage(navigator.languages)
}

/** A variant is as good as the language itself: `es-MX` reads es, `pt-PT` pt-BR. @param preferred the browser's, best first */
export function negotiateLanguage(preferred: readonly string[]): Language {
  const known = preferred.map((tag) => languages.find((language) => primaryOf(language) === primaryOf(tag)))
  return known.find((language) => language !== undefined) ?? 'en'
}

/** Of `pt-BR` pt. By hand, because `Intl` throws on tags such as `en-US@posix`. */
const primaryOf = (tag: string) => /^[a-z]*/i.exec(tag)?.[0].toLowerCase()

/** Calls back when another tab of this browser chooses a language. @returns stops it */
export function followLanguage(onChosen: (language: Language) => void): () => void {
  const follow = ({ key }: StorageEvent) => {
    if (key === KEY || key === null) onChosen(initialLanguage())
  }
  window.addEventListener('storage', follow)
  return () => window.removeEventListener('storage', follow)
}

function storedLanguage(): Language | undefined {
  try {
    const stored = localStorage.getItem(KEY)
    return languages.find((language) => language === stored)
  } catch {
    return undefined
  }
}

/** Keeps what was chosen for the next visit. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // A browser that stores nothing speaks it until the page is left.
  }
}

const catalogs: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('./en.ts')).en,
  es: async () => (await import('./es.ts')).es,
  fr: async () => (await import('./fr.ts')).fr,
  'pt-BR': async () => (await import('./pt-BR.ts')).ptBR,
  sv: async () => (await import('./sv.ts')).sv,
}

/** @throws TypeError when the words cannot be loaded, such as without a connection */
export const loadMessages = (language: Language): Promise<Messages> => catalogs[language]()
