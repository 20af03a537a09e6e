import { useLazyWords } from '../../lazy-words/lazy-words.ts'
import type { Words } from './words/en.ts'

/** The words of signing in at a provider, in the language that is shown. */
export const useWords = (): Words => useLazyWords('provider')
