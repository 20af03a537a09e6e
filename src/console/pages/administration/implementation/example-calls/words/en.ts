export const words = {
  /** Stand in the example, a line each. */
  comments: [
    'Reads one profile and changes nothing.',
    '404 is well: the call was let in, and there is no such profile.',
  ],
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
