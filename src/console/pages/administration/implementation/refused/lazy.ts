import { lazyComponent } from '../../../../page-part.tsx'

/** Which calls a change has refused, and the way back. */
export const refusedCard = lazyComponent(
  () => import('./RefusedCard.tsx'),
  (language) => import(`./words/${language}.ts`),
)
