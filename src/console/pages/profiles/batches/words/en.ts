import { pluralsOf } from '../../../../messages/plurals.ts'

const plural = pluralsOf('en')

export const words = {
  title: 'Batches',
  advice: 'Files of profile updates that callers sent, and what became of every row.',
  notUnderstood: 'A part of the address means nothing here and was left out',

  sent: 'Sent by callers',
  kept: (count: number, written: string) =>
    plural(count, { one: `Kept for ${written} day.`, other: `Kept for ${written} days.` }),
  keptForEver: 'They are never removed.',
  show: 'Show',
  filters: {
    all: 'All',
    running: 'Running',
    'with-failures': 'With failures',
    stuck: 'Stuck',
    refused: 'Refused',
  },
  moreThan: (written: string) => `${written}+`,
  time: 'Time',
  anyTime: 'Any time',
  periods: { '24h': 'Last 24 hours', '7d': 'Last 7 days', '30d': 'Last 30 days' },
  noneYet: 'No batch has come yet. Each file of profile updates that a job sends will appear here.',
  none: 'No batch fits these filters.',
  showOlder: 'Show older batches',

  received: 'Received',
  caller: 'Caller',
  rows: 'Rows',
  state: 'State',
  took: 'Took',
  noId: 'no id',
  unknownCaller: 'Not known',
  soFar: (duration: string) => `${duration} so far`,
  waitsSince: 'Waits since',

  lookedAt: (consumed: string, all: string) => `${consumed} of ${all} rows`,
  stuckAt: (row: string) => `Stuck at row ${row}`,
  stuckBecause:
    'Applying it failed again and again; the service’s log says why. Nothing is lost: the rows wait until someone decides.',
  givenUp: (rows: string) => `Given up: ${rows} rows were not applied`,
  refused: 'Refused, nothing was stored',
  callerWasTold: 'The caller was told:',
  allApplied: 'All applied',
  applied: (count: number, written: string) =>
    plural(count, { one: `${written} row applied.`, other: `${written} rows applied.` }),
  failed: (count: number, written: string) =>
    plural(count, { one: `${written} failed.`, other: `${written} failed.` }),
  notFound: (count: number, written: string) =>
    plural(count, { one: `${written} profile not found.`, other: `${written} profiles not found.` }),
  versionOne: 'v1 updates only profiles that exist.',
  seeRows: (count: number, written: string) =>
    plural(count, { one: 'See the row', other: `See the ${written} rows` }),
  csvOf: (batchId: string) => `CSV of batch ${batchId}`,
  acts: {
    'tried-again': (by: string, at: string) => `Tried again by ${by} on ${at}.`,
    'given-up': (by: string, at: string) => `Given up by ${by} on ${at}.`,
  },

  tryAgain: 'Try again',
  giveUp: 'Give up…',
  giveUpNow: 'Give up',
  cancel: 'Cancel',
  close: 'Close',
  askGiveUp: (count: number, written: string) =>
    plural(count, {
      one: `Give up ${written} row that was not applied?`,
      other: `Give up ${written} rows that were not applied?`,
    }),
  giveUpMeans:
    'They are removed and cannot be brought back; the file would have to be sent again. Rows that were applied stay applied. It is recorded in the audit log.',
  saidTriedAgain: 'The batch is tried again.',
  saidGivenUp: 'The batch was given up.',

  backToList: 'All batches',
  oneBatch: 'Batch',
  failedRows: 'Rows that were not applied',
  failedRowsAdvice: 'By line of the file; the header is line 1. Fetching them as a file is recorded.',
  allAsCsv: 'All of them as CSV',
  identifier: 'Identifier',
  line: 'Line',
  reason: 'Reason',
  reasons: {
    'not-found': 'There is no such profile, and v1 creates none.',
    'too-large': 'The profile would hold more than 64 KB.',
  },
  showMore: 'Show more rows',
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
