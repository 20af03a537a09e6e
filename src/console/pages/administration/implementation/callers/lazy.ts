import { lazyComponent } from '../../../../page-part.ts'

/** Who calls, below the switch and the token. */
export const callersCard = lazyComponent(() => import('./CallersCard.tsx'))

/** Asks before the switch is thrown, with who would be refused. */
export const switchQuestion = lazyComponent(() => import('./SwitchQuestion.tsx'))
