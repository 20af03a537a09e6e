import { lazyComponent } from '../../../../page-part.ts'

/** Which calls a change has refused, and the way back. */
export const refusedCard = lazyComponent(() => import('./RefusedCard.tsx'))
