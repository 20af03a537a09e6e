import { lazyComponent } from '../../../../page-part.tsx'
import type { LoadWords } from '../../../../page-words.ts'

const words: LoadWords = (language) => import(`./words/${language}.ts`)

/** Calls that show what to do with the token. */
export const exampleCalls = lazyComponent(() => import('./ExampleCall.tsx'), words)
