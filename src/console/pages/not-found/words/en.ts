export const words = {
  title: 'Page not found',
  advice: 'There is no page at this address.',
  toImplementation: 'Go to Implementation',
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
