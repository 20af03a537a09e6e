import { pluralsOf } from '../../../../../messages/plurals.ts'

const plural = pluralsOf('en')
const callers = (count: number, written: string) =>
  plural(count, { one: `${written} caller`, other: `${written} callers` })
/** `written`: the count as the reader writes numbers. */
export const words = {
  title: 'Callers',
  loading: 'Who calls the profile API, how often and with what.',
  noneYet:
    'No call of the profile API has come yet. Whoever calls shows here from the first call on, with or without a token.',
  noneIn: {
    '24h': 'No calls in the last 24 hours.',
    '7d': 'No calls in the last 7 days.',
    '30d': 'No calls in the last 30 days.',
  },
  calls: (count: number, written: string) =>
    plural(count, { one: `${written} call`, other: `${written} calls` }),
  made: (count: number, written: string, calls: string) => `${callers(count, written)} made ${calls}.`,
  andOthers: 'There is no room in the list for all who call.',
  noneMoved: (count: number) =>
    plural(count, {
      one: 'It does not send the current token.',
      other: 'None of them sends the current token.',
    }),
  allMoved: (count: number) =>
    plural(count, { one: 'It sends the current token.', other: 'All of them send the current token.' }),
  someMoved: (count: number, written: string) =>
    plural(count, {
      one: `${written} of them sends the current token now.`,
      other: `${written} of them send the current token now.`,
    }),

  period: 'Time',
  periods: { '24h': '24 hours', '7d': '7 days', '30d': '30 days' },
  view: 'View',
  chartView: 'Chart',
  tableView: 'Table',
  chart: { '24h': 'Calls by the hour', '7d': 'Calls by the day', '30d': 'Calls by the day' },
  when: { '24h': 'Hour', '7d': 'Day', '30d': 'Day' },
  allCalls: 'Calls',
  legend: {
    currentToken: 'With the current token',
    overlappingToken: 'With an old token that works',
    without: 'Without a token that works',
    refused: 'Refused',
  },
  ofThem: {
    currentToken: (_count: number, written: string) => `${written} with the current token`,
    overlappingToken: (_count: number, written: string) => `${written} with an old token`,
    without: (_count: number, written: string) => `${written} without a token that works`,
    refused: (_count: number, written: string) => `${written} refused`,
  },

  caller: 'Caller',
  callsIn: { '24h': 'Calls, 24\u00a0h', '7d': 'Calls, 7\u00a0d', '30d': 'Calls, 30\u00a0d' },
  kind: 'Kind',
  kinds: {
    'bulk-update': 'bulk updates',
    'single-update': 'single updates',
    read: 'reads',
    'batch-status': 'status of batches',
  },
  lastCall: 'Last call',
  sends: 'Sends',
  currentToken: 'Current token',
  since: (when: string) => `since ${when}`,
  sendsBoth: 'Current token, not always',
  also: (what: string) => `also: ${what}`,
  notCalledSince: 'Not called since the token was made',
  notCalledLately: 'Not called in the last 7 days',
  sent: {
    'current-token': 'Current token',
    'overlapping-token': 'Old token that works',
    'no-credentials': 'No token',
    'repeated-header': 'The header twice',
    'unreadable-header': 'A header that cannot be read',
    'two-ways': 'A token in two ways',
    'no-token': 'Something that is no token',
    'unknown-token': 'A token that is not known',
    'access-token': 'An access token of the admin API',
    'token-of-other-client': 'The token of another client',
    'debugger-token': 'A debugger token',
    'replaced-token': 'A token that was replaced',
    'ended-token': 'A token that was ended',
    'expired-token': 'A token that has expired',
  },
  refused: (_count: number, written: string) => `${written} refused, last`,
  others: 'All other callers',
  othersAdvice: 'There is no room for them in the list.',
  notToldApart: 'They cannot be told apart.',
  nobodyKnows: 'Unknown address',
  find: 'Find a caller by name, address or program',
  found: (count: number, written: string) =>
    plural(count, { one: `${written} caller found`, other: `${written} callers found` }),
  showAll: (_count: number, written: string) => `Show all ${written}`,
  nameIt: 'Name it',
  nameThis: (name: string) => `Name it: ${name}`,
  rename: (name: string) => `Name of ${name}`,
  nameExample: 'Nightly CRM job',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',

  turnOnTitle: 'Require authentication?',
  turnOnAdvice:
    'From the next call on, profile API calls without a token that works are refused: bulk updates, single updates and reads.',
  turnOnClosedTitle: 'Require authentication without a token?',
  turnOnClosedAdvice:
    'There is no token that works. Every profile API call will be refused until you generate one and your scripts and apps send it.',
  checking: 'Looking up who would be refused…',
  notKnown: 'It is not known who would be refused.',
  noCallKnown: 'No call is known yet, and so nobody who would be refused.',
  wouldBeRefused: (_count: number, written: string, of: string) =>
    `${written} of ${of} callers would be refused`,
  noneRefused: 'No caller that is known would be refused.',
  letIn: (count: number, written: string) =>
    plural(count, {
      one: `${written} sends the token and is let in as before`,
      other: `${written} send the token and are let in as before`,
    }),
  notSeen: (count: number, written: string) =>
    plural(count, {
      one: `${written} has not called since the token was made`,
      other: `${written} have not called since the token was made`,
    }),
  notSeenLately: (count: number, written: string) =>
    plural(count, {
      one: `${written} has not called in the last 7 days`,
      other: `${written} have not called in the last 7 days`,
    }),
  notSeenAdvice: 'Whether they send it is not known.',
  perDay: (count: number, written: string) =>
    plural(count, { one: `${written} call a day`, other: `${written} calls a day` }),
  lessThanDaily: 'less than a call a day',
  withoutSince: (date: string) => `Without a token that works since ${date}`,
  partlyWithout: 'Sometimes without a token that works',
  last: 'last',
  more: (_count: number, written: string) => `and ${written} more`,
  othersCall: (calls: string) =>
    `Others for whom there is no room in the list make ${calls}. What they send cannot be told apart.`,
  knownSince: (date: string) =>
    `Calls are known since ${date}: a job that runs less often is not in this list.`,
  canBeUndone: 'Refused calls show on this page at once, and you can turn authentication off again.',
  turnOn: 'Turn on',
  turnOnAndRefuse: (count: number, written: string) => `Turn on and refuse ${callers(count, written)}`,
  turnOffTitle: 'Stop requiring authentication?',
  turnOffAdvice: 'From the next call on, anyone who knows the client code can read and write profiles.',
  turnOffKeeps: 'The token is kept: it works again when you turn authentication back on.',
  turnOff: 'Turn off',
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
