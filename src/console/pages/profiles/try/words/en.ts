import { pluralsOf } from '../../../../messages/plurals.ts'

const plural = pluralsOf('en')

/** What parts cells, by its character. */
const separators: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
}

export const words = {
  title: 'Try a file',
  advice: 'See what is wrong with a file of profiles before it is sent.',
  file: 'File',
  fileAdvice:
    'A table from a spreadsheet, saved as CSV, or a batch as jobs send it. It is read in this browser and goes nowhere until you send it.',
  choose: 'Choose a file',
  orDrop: 'Or drop it here.',
  reading: (name: string) => `Reading ${name}`,
  cancel: 'Cancel',
  cancelled: 'Cancelled. Nothing of the file was kept, unless all of it had arrived.',
  gone: (name: string) => `${name} was changed or removed since you chose it. Choose it again.`,

  rows: (count: number, written: string) =>
    plural(count, { one: `${written} row can be taken.`, other: `${written} rows can be taken.` }),
  isBatch: 'A batch as jobs send it.',
  isTable: (separator: string) => `A table with ${separator} between cells.`,
  separators,
  encodings: {
    'utf-8': 'Encoding: UTF-8.',
    'utf-16le': 'Encoding: UTF-16; the batch is UTF-8.',
    'utf-16be': 'Encoding: UTF-16 (big endian); the batch is UTF-8.',
    'windows-1252': 'Encoding: Windows-1252; the batch is UTF-8.',
  },
  noFault: 'No fault was found',
  cannotBeSent: 'This file cannot be sent as it is',
  faulty: (count: number, written: string) =>
    plural(count, { one: `${written} row cannot be taken`, other: `${written} rows cannot be taken` }),
  line: (line: string) => `Row ${line}:`,
  moreFaults: (written: string) => `And ${written} more.`,
  firstColumnIs: 'The first column holds',
  firstRows: 'The first rows, as they would be stored',
  lineColumn: 'Row',

  faults: {
    empty: 'there is no row below the header.',
    'no-row': 'there is a header but no row. Line breaks may have been removed.',
    'no-header': 'the file does not begin with a header.',
    'form-encoded': 'its commas and line breaks are percent-encoded, as in a form.',
    'not-text': {
      gzip: 'it is compressed by gzip. Unpack it and choose what is in it.',
      ZIP: 'it is a workbook or another archive. Save the table as CSV and choose that.',
      'UTF-16': 'it is in UTF-16. Save it as UTF-8.',
    },
    'too-many-bytes': 'the batch would have 50 MB or more. Send it in parts.',
    'first-column': (given: string) => `the first column must be pcId or thirdPartyId, not “${given}”.`,
    'no-attribute': 'it names no attribute besides the identifier.',
    'unnamed-column': (column: string) => `column ${column} has no name.`,
    'doubled-column': (name: string) => `the column “${name}” appears twice.`,
    'prefixed-column': (name: string) =>
      `the column “${name}” begins with “profile.”, as only parameters of single updates do.`,
    'line-too-long': (limit: string) => `it is longer than ${limit} KB.`,
    'not-utf8': 'a character is broken: it is not in the encoding that the rest of the file has.',
    nul: 'it holds a NUL character, which no profile can hold.',
    'bad-escape': 'a % is not followed by percent-encoded UTF-8. Write a % itself as %25.',
    'second-header': 'it holds a second header, as when files are joined.',
    'carriage-return': 'it holds a carriage return that no line feed follows.',
    'quoted-cell':
      'a cell is in quotation marks, which a batch does not have. Write a mark that belongs to the value as %22.',
    'too-many-rows': (limit: string) => `a batch may have at most ${limit} rows. Send it in parts.`,
    'too-many-cells': (cells: string, named: string) =>
      `it has ${cells} cells, and the header names ${named}. A value that holds a separator must be in quotation marks or, in a batch, percent-encoded.`,
    identifier: {
      empty: () => 'the identifier is empty.',
      'too-long': (limit: string) => `the identifier is longer than ${limit} characters.`,
      character: () => 'the identifier contains + or /.',
    },
    quotes: 'a quotation mark is not closed. Nothing after it can be read.',
  },

  asBatch: 'As a batch',
  asBatchAdvice: 'Empty cells change nothing. Attributes that the file does not name stay as they are.',
  leaveOut: (count: number, written: string) =>
    plural(count, { one: `Leave ${written} row out`, other: `Leave ${written} rows out` }),
  mendFirst: 'Mend the file and choose it again, or leave out what cannot be taken.',
  profilesThatAreNotThere: 'Profiles that are not there',
  create: 'Create them',
  passOver: 'Leave them out',
  send: (count: number, written: string) =>
    plural(count, { one: `Send ${written} row`, other: `Send ${written} rows` }),
  save: 'Save the batch',
  sending: 'Sending',
  sentOf: (sent: string, all: string) => `${sent} of ${all}`,
  mayBeSent:
    'It may have been taken in all the same. The audit log says so if it was: look there before you send it again.',

  takenIn: 'The batch was taken in',
  applying: 'Rows looked at',
  appliedOf: (applied: string, all: string) => `${applied} of ${all}`,
  applied: (count: number, written: string) =>
    plural(count, { one: `${written} row was applied.`, other: `${written} rows were applied.` }),
  notApplied: (count: number, written: string) =>
    plural(count, { one: `${written} row was not.`, other: `${written} rows were not.` }),
  lookUp: 'What is stored about a visitor is under Look-up.',
  stuck: 'This batch is stuck: applying it failed again and again. What was not applied is kept.',
  failedRows: 'Rows that were not applied',
  allAsCsv: 'All of them as CSV',
  identifier: 'Identifier',
  reason: 'Reason',
  reasons: {
    'not-found': 'There is no such profile.',
    'too-large': 'The profile would hold more than 64 KB.',
  },
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
