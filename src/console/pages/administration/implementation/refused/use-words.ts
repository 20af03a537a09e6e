import { usePageWords } from '../../../../page-words.ts'
import type { Words } from './words/en.ts'

/** The words of refused calls, in the language that is shown. */
export const useWords = (): Words => usePageWords<Words>()
