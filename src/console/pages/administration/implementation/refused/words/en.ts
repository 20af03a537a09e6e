import { pluralsOf } from '../../../../../messages/plurals.ts'

const plural = pluralsOf('en')
const refused = (count: number, written: string) =>
  plural(count, { one: `${written} call refused`, other: `${written} calls refused` })

/** `written`: the count as the reader writes numbers; `token`: its last four characters after an ellipsis. */
export const words = {
  title: {
    'turned-on': (count: number, written: string, _token: string) =>
      `${refused(count, written)} since Require Authentication was turned on`,
    replaced: (count: number, written: string, token: string) =>
      `${refused(count, written)} since ${token} was replaced`,
    'overlap-ended': (count: number, written: string, token: string) =>
      `${refused(count, written)} since the overlap of ${token} ended`,
    ended: (count: number, written: string, token: string) =>
      `${refused(count, written)} since ${token} was ended`,
    expired: (count: number, written: string, token: string) =>
      `${refused(count, written)} since ${token} expired`,
  },
  titleOfSeveral: (count: number, written: string) => `${refused(count, written)} after several changes`,
  happened: {
    'turned-on': (who: string, _token: string) => `${who} turned on Require Authentication`,
    replaced: (who: string, token: string) => `${who} replaced ${token}`,
    'overlap-ended': (_who: string, token: string) => `The overlap of ${token} ended`,
    ended: (who: string, token: string) => `${who} ended ${token}`,
    expired: (_who: string, token: string) => `${token} expired`,
  },
  calls: (count: number, written: string) =>
    plural(count, { one: `${written} call`, other: `${written} calls` }),
  lastRefused: 'Last refused call:',
  tokenEndingIn: (lastFour: string) => `the token ending in ${lastFour}`,

  caller: 'Caller',
  refused: 'Refused',
  why: 'Why',
  last: 'Last',
  sends: {
    'no-credentials': (_token: string) => 'Sends no token',
    'repeated-header': (_token: string) => 'Sends the header twice',
    'unreadable-header': (_token: string) => 'Sends a header that cannot be read',
    'two-ways': (_token: string) => 'Sends a token in two ways',
    'no-token': (_token: string) => 'Sends something that is no token',
    'unknown-token': (_token: string) => 'Sends a token that is not known',
    'access-token': (_token: string) => 'Sends an access token of the admin API',
    'token-of-other-client': (_token: string) => 'Sends the token of another client',
    'debugger-token': (_token: string) => 'Sends a debugger token',
    'replaced-token': (token: string) => `Sends ${token}, replaced`,
    'ended-token': (token: string) => `Sends ${token}, ended by hand`,
    'expired-token': (token: string) => `Sends ${token}, expired`,
  },
  areLetInToo: 'Some of its calls are let in.',
  otherCallers: 'All other callers',
  nobodyKnows: 'Unknown address',
  more: (count: number, written: string) =>
    plural(count, { one: `and ${written} more caller`, other: `and ${written} more callers` }),
  showMore: 'Show more',
  showFewer: 'Show fewer',

  wouldLetIn: (token: string, _count: number, written: string, of: string) =>
    `Letting ${token} work again would have let in ${written} of these ${of}.`,
  wouldLetInAll: (token: string) => `Letting ${token} work again would have let all of them in.`,
  thenWorksUntil: (date: string) =>
    `It then works until ${date}, when it would have expired; you can end it again at any time.`,
  endedForGood: (token: string) => `${token} was ended for good and can never work again.`,
  hasExpired: (token: string) => `${token} has expired and cannot work again.`,
  needCurrent: 'These scripts and apps need the current token: its header is below.',
  needNew: 'No token works. Generate a new one and update your scripts and apps.',
  letOldWorkAgain: 'Let the old token work again',
  letWorkAgain: (token: string) => `Let ${token} work again`,
  goToGenerate: 'Go to Generate New Profile Authentication Token',
  turnOff: 'Turn off Require Authentication…',

  worksAgain: (token: string) => `${token} works again`,
  worksAgainUntil: (date: string) => `Calls with it are let in, until ${date}.`,
  doesNotWork: (token: string) => `${token} does not work.`,
  isOff: 'Require Authentication is off',
  isOn: 'Require Authentication is on.',
  letsInEveryone: 'Calls are let in without a token.',
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
