import { lazyComponent } from '../../../../page-part.ts'

/** Calls that show what to do with the token. */
export const exampleCalls = lazyComponent(() => import('./ExampleCall.tsx'))
