import { lazyComponent } from '../../../../page-part.ts'

/** Tells what a pasted token is, and what is wrong with the line around it. */
export const testToken = lazyComponent(() => import('./TestToken.tsx'))
