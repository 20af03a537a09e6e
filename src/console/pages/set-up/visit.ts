// What the browser keeps of the page with its entry of the history, over a reload too. No code is in it.

/** A whole link was opened here. */
export const OPENED = 'opened'
/** The first person has set the service up. */
export const DONE = 'done'
