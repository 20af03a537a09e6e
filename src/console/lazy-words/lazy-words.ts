import { languageFiles } from '../language-files.ts'
import type * as english from './en.ts'

/** The words of the pages and parts that a first visit does not need, by the name of each: one file a language has them all. */
type LazyWords = typeof english

const files = languageFiles<LazyWords>({
  en: () => import('./en.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  'pt-BR': () => import('./pt-BR.ts'),
  sv: () => import('./sv.ts'),
})

/** Has them there before one of them is shown. @throws MissingPartError when they do not come */
export const loadLazyWords = files.load

/** The words of a page or part, in the language that is shown; it waits for them. */
export const useLazyWords = <Name extends keyof LazyWords>(name: Name): LazyWords[Name] =>
  files.useWords()[name]
