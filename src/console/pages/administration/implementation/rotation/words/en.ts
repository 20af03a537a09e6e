import { words as howLong } from '../../how-long/words/en.ts'
import { pluralsOf } from '../../../../../messages/plurals.ts'

const plural = pluralsOf('en')

export const words = {
  howLong,
  cancel: 'Cancel',
  close: 'Close',
  other: 'Other…',

  firstTitle: 'Generate a token',
  firstAdvice: 'Put its header into every script and app that calls the profile API.',
  generateFirst: 'Generate token',
  prepareTitle: 'Prepare a token?',
  prepareAdvice:
    'Nothing changes for anyone who calls. Calls may send the token at once; it is asked for once you turn authentication on.',
  prepareConfirm: 'Prepare token',
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
  failNow: 'The current token stops working at once',
  failFrom: (when: string) => `The current token stops working on ${when}`,
  resetWarning: 'Calls with the current token will fail. Update every script and app that uses it.',
  pageShowsWho: 'This page shows who still uses it.',

  lastCall: 'last call',
  otherCallers: 'Other callers',
  unknownCaller: 'Unknown caller',
  more: (count: number, written: string) =>
    plural(count, { one: `and ${written} more`, other: `and ${written} more` }),

  oldTokens: 'Old tokens',
  mostTokens: 'At most 5 tokens work at a time',
  token: 'Token',
  state: 'State',
  usedBy: 'Used by',
  acts: 'What can be done',
  /** Said in place of “…8t6s”. */
  endingIn: (lastFour: string) => `ending in ${lastFour}`,
  made: (when: string, who: string) => `made ${when} by ${who}`,
  worksUntil: 'Works until',
  left: (duration: string) => `${duration} left`,
  leftUntilExpiry: (duration: string) => `${duration} left, then it expires`,
  ended: 'Ended',
  overSince: 'Stopped working',
  by: (who: string) => `by ${who}.`,
  replacedBy: (who: string) => `replaced by ${who}.`,
  canWorkUntil: (when: string) => `Can work again until ${when}.`,
  nobody: 'Nobody any more',
  neverUsed: 'Never used',
  calls: (count: number, written: string) =>
    plural(count, { one: `${written} call in 24 hours`, other: `${written} calls in 24 hours` }),
  refusedCalls: (count: number, written: string) =>
    plural(count, {
      one: `${written} call refused in 24 hours`,
      other: `${written} calls refused in 24 hours`,
    }),
  last: 'last',
  showMore: (written: string) => `Show ${written} more`,

  extend: 'Let it work longer…',
  end: 'End now…',
  restore: 'Let it work again',
  endForGood: 'End for good…',
  leaked: 'Has the current token leaked?',
  endCurrentNow: 'End the current token…',
  /** Which token a button of the list is about, for the ear. */
  of: (act: string, lastFour: string) => `${act} (token ending in ${lastFour})`,

  extendTitle: (lastFour: string) => `Let the token ending in ${lastFour} work longer?`,
  extendAdvice: (when: string) => `Now it works until ${when}.`,
  longer: 'Let it work',
  dayLonger: '1 day longer',
  weekLonger: '7 days longer',
  monthLonger: '30 days longer',
  untilItExpires: 'Until it expires',
  extendConfirm: 'Let it work longer',

  endTitle: (lastFour: string) => `End the token ending in ${lastFour} now?`,
  endForGoodTitle: (lastFour: string) => `End the token ending in ${lastFour} for good?`,
  endCurrentTitle: (lastFour: string) => `End the current token, which ends in ${lastFour}, now?`,
  endFails: 'From the next call on, calls with this token will fail',
  updateThem: 'Update every script and app that uses it first.',
  endAllFail: 'From the next call on, every profile API call is refused until you generate a new token',
  endAllFailAdvice: 'To replace it without breaking a caller, cancel and generate a new token instead.',
  endOpen: 'Authentication is off, so calls are let in all the same.',
  endUsers: 'It is used by:',
  endNotUsed: 'No caller that is known still uses it.',
  forGood: 'For good: it leaked and must never work again',
  canBeUndone: (when: string) => `Without this, you can let it work again until ${when}.`,
  cannotBeUndone: 'This cannot be undone.',
  endConfirm: 'End now',
  endForGoodConfirm: 'End for good',

  extended: (lastFour: string, when: string) => `The token ending in ${lastFour} now works until ${when}.`,
  endedNow: (lastFour: string) => `The token ending in ${lastFour} has ended.`,
  endedForGood: (lastFour: string) => `The token ending in ${lastFour} has ended for good.`,
  restored: (lastFour: string, when: string) => `The token ending in ${lastFour} works again, until ${when}.`,
  listIsNew: 'The list shows what is true now.',

  overlap: {
    title: (lastFour: string) => `The token ending in ${lastFour} still works beside the current one`,
    haveMoved: (moved: string, count: number, of: string) =>
      plural(count, {
        one: `${moved} of ${of} caller has moved to the new token`,
        other: `${moved} of ${of} callers have moved to the new token`,
      }),
    toMove: 'Still to move:',
    more: (_count: number, written: string) => `${written} more`,
    unknownCaller: 'an unknown caller',
    notSeen: (count: number, written: string) =>
      plural(count, {
        one: `${written} has not called since the new one was made.`,
        other: `${written} have not called since the new one was made.`,
      }),
    notToldApart: 'Others, for whom there is no room in the list of callers, are not told apart.',
    ends: (lastFour: string, when: string) =>
      `From ${when} on, calls with the token ending in ${lastFour} will fail.`,
    canEnd: (count: number) =>
      plural(count, { one: 'You can end the old one now.', other: 'You can end the old ones now.' }),
    onlyThis: (lastFour: string) => `Only the old token ending in ${lastFour} works`,
    onlyOld: 'Only old tokens work',
    allFail: (when: string) =>
      `From ${when} on, all profile API calls will be refused. Generate a new token and update your scripts and apps.`,
  },
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
