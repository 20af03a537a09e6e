import { languageFiles } from '../language-files.ts'
import type * as english from './en.ts'
import { lazyWords } from './files.ts'

type LazyWords = typeof english

const files = languageFiles<LazyWords>(lazyWords)

/** Has them there before one of them is shown. @throws MissingPartError when they do not come */
export const loadLazyWords = files.load

/** The words of a page or part, in the language that is shown; it waits for them. */
export const useLazyWords = <Name extends keyof LazyWords>(name: Name): LazyWords[Name] =>
  files.useWords()[name]
