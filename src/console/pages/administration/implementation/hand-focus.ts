import { handFocusTo } from '../../../hand-focus.ts'

/** Where the page's skip link leads. */
export const GENERATE_ID = 'generate-token'

/** For what goes away when the token ends or the role is lowered: Generate stays. */
export const handFocusOn = handFocusTo(GENERATE_ID)
