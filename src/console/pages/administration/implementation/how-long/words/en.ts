export const words = {
  newTokenWorksFor: 'New token works for',
  oneYear: '1 year',
  until: 'Until…',
  expires: 'Expires',
  most: (duration: string) => `This service allows at most ${duration}.`,
  date: 'Last day',
  dateAndTime: 'Date and time',
  missing: 'Enter a whole date.',
  between: (from: string, to: string) => `Choose a time between ${from} and ${to}.`,
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type HowLongWords = typeof words
