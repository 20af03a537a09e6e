import { pluralsOf } from '../../../messages/plurals.ts'

const plural = pluralsOf('en')

export const words = {
  title: 'Documentation',
  advice: 'What the console does, how programs call its API, and how it is run.',
  onThisPage: 'On this page',
  toConsole: 'Back to the console',
  /** As they stand in the list. */
  names: {
    console: 'Console, page by page',
    'going-live': 'Going live',
    api: 'API guide',
    reference: 'API reference',
    roles: 'Roles',
    keyboard: 'Keyboard shortcuts',
    operating: 'Operating',
    security: 'Security',
  },
  /** What each of them is for. */
  about: {
    console: 'What each card of the console shows, and what can be done there.',
    'going-live':
      'From an open profile API to one that lets in only those who send the token, for approvers and for the developers of jobs.',
    api: 'How scripts sign in, update and read profiles, rotate tokens and find out what happened.',
    reference: 'Every call with what it takes and what it answers, as /openapi.json tells machines.',
    roles: 'Who may do what, by role.',
    keyboard: 'What the keys do in the console, beside what they do everywhere.',
    operating: 'For whoever runs the service: settings, backup, PostgreSQL, metrics, alarms.',
    security: 'What is kept secret and how, and what was checked against OWASP ASVS 5.0.',
  },
  reference: {
    parameters: 'Parameters',
    body: 'Body',
    answers: 'Answers',
    name: 'Name',
    place: 'In',
    type: 'Type',
    needed: 'Required',
    meaning: 'Meaning',
    yes: 'yes',
    no: 'no',
    find: 'Find a call',
    findHint: 'By its method, its address or what it does.',
    found: (count: number, written: string) =>
      plural(count, { one: `${written} call`, other: `${written} calls` }),
    noneFound: (text: string) => `No call has “${text}” in its method, its address or what it does.`,
    showAll: 'Show all calls',
  },
  keyboard: {
    keys: 'Keys',
    effect: 'What they do',
    everywhere: 'On every page',
    names: {
      tab: 'Tab, Shift+Tab',
      skip: 'Tab, then Enter',
      enter: 'Enter',
      space: 'Space',
      arrows: 'Arrow keys',
      escape: 'Esc',
      chart: 'Arrow keys, Home, End',
      name: 'Enter, Esc',
    },
    effects: {
      tab: 'Go to the next control, or to the one before.',
      skip: 'At the top of a page: skip to its content. On Implementation the first of the two links leads to the button that generates a token.',
      enter: 'Follows a link, presses a button, sends a form.',
      space: 'Presses a button, turns a switch, ticks a box, opens a list.',
      arrows: 'Go from one choice to the next, which is chosen at once. In a list they do the same.',
      escape: 'Closes a question, a menu or a list, and changes nothing.',
      copy: 'Copies the token in the form that is chosen, also while it is hidden. For that nothing may be selected, and the cursor may not be in a text field.',
      chart: 'Go from column to column in the chart of calls, to the first and to the last.',
      test: 'Tests what was pasted, in “Test a token”.',
      name: 'While a caller is given a name: save it, or leave it as it was.',
    },
  },
}

export type Words = typeof words
