import { pluralsOf } from '../../../../messages/plurals.ts'

const plural = pluralsOf('en')

export const words = {
  title: 'Batches',
  advice: 'Files of profile updates that callers sent, and what became of their rows.',
  notUnderstood: 'A part of the address means nothing here and was left out',
  kept: (duration: string) => `Kept for ${duration}.`,
  keptForEver: 'They are never removed.',

  show: 'Show',
  kinds: {
    all: 'All',
    running: 'Running',
    'with-failures': 'With failures',
    stuck: 'Stuck',
    refused: 'Refused',
  },
  receivedIn: 'Received in',
  anyTime: 'At any time',
  periods: { day: 'The last 24 hours', week: 'The last 7 days', month: 'The last 30 days' },

  received: 'Received',
  caller: 'Caller',
  unknownCaller: 'Caller not known',
  rows: 'Rows',
  outcome: 'State',
  took: 'Took',
  soFar: (duration: string) => `${duration} so far`,
  since: (when: string) => `Since ${when}`,

  allApplied: 'All applied',
  applied: (_count: number, written: string) => `${written} applied`,
  failed: (_count: number, written: string) => `${written} failed`,
  notFound: (count: number, written: string) =>
    plural(count, { one: `${written} profile not found`, other: `${written} profiles not found` }),
  notAppliedAsCsv: 'Rows not applied, as CSV',
  doneOf: (done: string, all: string) => `${done} of ${all} rows done`,
  stuck: 'Stuck',
  stuckMeans:
    'Applying it failed again and again; the service’s log says why. Nothing is lost: the other rows wait.',
  givenUp: 'Given up',
  decidedBy: (name: string, when: string) => `Decided by ${name}, ${when}.`,
  refused: 'Refused, nothing was stored',
  callerWasTold: 'The caller was told:',

  none: 'No batch has come in yet. What callers send as bulk updates stands here from then on.',
  noneFits: 'No batch fits these filters.',
  showOlder: 'Show older batches',
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
