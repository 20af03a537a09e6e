import { words as howLong } from '../../how-long/words/en.ts'
import { pluralsOf } from '../../../../../messages/plurals.ts'

const plural = pluralsOf('en')

export const words = {
  howLong,
  cancel: 'Cancel',
  other: 'Other…',

  firstTitle: 'Generate a token',
  firstAdvice: 'Put its header into every script and app that calls the profile API.',
  generateFirst: 'Generate token',
  generateTitle: 'Generate a new token?',
  generateConfirm: 'Generate new token',
  currentUsedBy: (count: number, written: string, lastFour: string) =>
    plural(count, {
      one: `${written} caller uses the current token, which ends in ${lastFour}:`,
      other: `${written} callers use the current token, which ends in ${lastFour}:`,
    }),
  currentLastUsed: (lastFour: string, when: string) =>
    `The current token, which ends in ${lastFour}, was last used on ${when}.`,
  currentNotUsed: (lastFour: string) =>
    `The current token, which ends in ${lastFour}, has not been used yet.`,
  usersNotKnown: 'Who uses it could not be loaded.',
  endCurrent: 'End the current token',
  now: 'Now',
  in1Hour: 'In 1 hour',
  in24Hours: 'In 24 hours',
  in7Days: 'In 7 days',
  whenItExpires: 'When it expires',
  full: 'Four old tokens work already, which is the most beside the current one. End one of them first to choose a later time.',
  failNow: 'From the next call on, calls with the current token will fail',
  failFrom: (when: string) => `From ${when} on, calls with the current token will fail`,
  resetWarning:
    'Resetting this token will cause API calls using the current token to fail. This will require updating any scripts or apps that use this token.',
  pageShowsWho: 'This page shows who still uses it.',

  lastCall: 'last call',
  otherCallers: 'Other callers',
  unknownCaller: 'Unknown caller',
  more: (count: number, written: string) =>
    plural(count, { one: `and ${written} more`, other: `and ${written} more` }),
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
