import { type Language, languages } from './messages/language.ts'
import { negotiateLanguage } from './messages/languages.ts'
import { storedChoice } from './stored-choice.ts'

const choice = storedChoice('language', languages)

/** The language that this browser was told to use, else the first of its own that there is, else English. */
export const initialLanguage = (): Language => choice.read() ?? negotiateLanguage(navigator.languages)

/** Calls back when another tab of this browser chooses a language. @returns stops it */
export const followLanguage = (onChosen: (language: Language) => void) =>
  choice.follow(() => onChosen(initialLanguage()))

/** Keeps what was chosen for the next visit. */
export const rememberLanguage = (language: Language): void => choice.write(language)
