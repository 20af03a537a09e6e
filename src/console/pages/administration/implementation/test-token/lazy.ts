import { lazyComponent } from '../../../../page-part.tsx'
import type { LoadWords } from '../../../../page-words.ts'

const words: LoadWords = (language) => import(`./words/${language}.ts`)

/** Tells what a pasted token is, and what is wrong with the line around it. */
export const testToken = lazyComponent(() => import('./TestToken.tsx'), words)
