import { languageFiles } from '../../../language-files.ts'
import type { Words } from './words/en.ts'

const files = languageFiles<Words>({
  en: async () => (await import('./words/en.ts')).words,
  es: async () => (await import('./words/es.ts')).words,
  fr: async () => (await import('./words/fr.ts')).words,
  'pt-BR': async () => (await import('./words/pt-BR.ts')).words,
  sv: async () => (await import('./words/sv.ts')).words,
})

/** Has the words of this page there before it is shown. @throws MissingPartError when they do not come */
export const loadImplementationWords = files.load

/** The words of this page in the language that is shown. */
export const useWords = files.useWords
