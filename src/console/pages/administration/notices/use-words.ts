import { usePageWords } from '../../../page-words.ts'
import type { Words } from './words/en.ts'

/** The page's words in the language that is shown. */
export const useWords = (): Words => usePageWords<Words>()
