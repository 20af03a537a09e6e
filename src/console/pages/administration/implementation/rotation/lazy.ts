import { lazyComponent } from '../../../../page-part.ts'

/** Asks how the current token ends and how long the new one works. */
export const generateQuestion = lazyComponent(() => import('./GenerateQuestion.tsx'))

/** How far the callers have come while an old token works. */
export const overlapNotice = lazyComponent(() => import('./OverlapNotice.tsx'))

/** The tokens that a newer one took the place of, and the end of the current one. */
export const rotationSection = lazyComponent(() => import('./RotationSection.tsx'))
