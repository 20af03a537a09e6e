import { pluralsOf } from '../../../../messages/plurals.ts'

const plural = pluralsOf('en')

export const words = {
  title: 'Look-up',
  advice: 'What is stored about one visitor, and when each attribute changed.',
  visitor: 'Visitor',
  isRecorded:
    'Looking is recorded in the audit log: who looked and when, with a fingerprint in place of the identifier and without values.',
  by: 'Look up by',
  identifier: 'Identifier',
  identifierHint: 'As jobs send it, not percent-encoded.',
  lookUp: 'Look up',
  problems: {
    empty: () => 'Enter the identifier.',
    'too-long': (limit: string) => `No identifier is longer than ${limit} characters.`,
    character: () => 'No identifier contains + or /.',
  },

  found: (idKind: string, id: string) => `Profile with ${idKind} ${id}`,
  attributes: (count: number, written: string) =>
    plural(count, { one: `${written} attribute.`, other: `${written} attributes.` }),
  lastChanged: (when: string) => `Last changed on ${when}.`,
  view: 'View',
  table: 'Table',
  asJson: 'The profile as jobs read it',
  attribute: 'Attribute',
  value: 'Value',
  changed: 'Changed',
  showAll: (length: string) => `Show all ${length} characters`,
  showLess: 'Show less',

  notFound: (idKind: string, id: string) => `There is no profile with ${idKind} ${id}`,
  isOfOtherKind: (idKind: string) => `There is one with that identifier as its ${idKind}.`,
  lookUpBy: (idKind: string) => `Look up by ${idKind}`,
  whatCreates: 'What would create it',
  createdBy: 'A row with this identifier and at least one value, in a bulk update of version 2:',
  notCreatedBy:
    'A bulk update of version 1 and a single update change only profiles that exist. A row whose values are all empty creates nothing.',

  waiting: (count: number, written: string) =>
    plural(count, {
      one: `${written} row of a batch waits to be applied`,
      other: `${written} rows of batches wait to be applied`,
    }),
  mayBeOfThis: 'It may be about this visitor. What is shown here is what was stored when you looked.',
  lookAgain: 'Look again',
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
