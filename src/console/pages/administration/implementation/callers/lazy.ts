import { lazyComponent } from '../../../../page-part.tsx'
import type { LoadWords } from '../../../../page-words.ts'

const words: LoadWords = (language) => import(`./words/${language}.ts`)

/** Who calls, below the switch and the token. */
export const callersCard = lazyComponent(() => import('./CallersCard.tsx'), words)

/** Asks before the switch is thrown, with who would be refused. */
export const switchQuestion = lazyComponent(() => import('./SwitchQuestion.tsx'), words)
