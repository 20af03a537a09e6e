export const words = {
  title: 'Documentation',
  advice: 'What the console does, how programs call its API, and how it is run.',
  onThisPage: 'On this page',
  toConsole: 'Back to the console',
  /** As they stand in the list. */
  names: {
    'going-live': 'Going live',
    api: 'API guide',
    reference: 'API reference',
    roles: 'Roles',
    operating: 'Operating',
    security: 'Security',
  },
  /** What each of them is for. */
  about: {
    'going-live':
      'From an open profile API to one that lets in only those who send the token, for approvers and for the developers of jobs.',
    api: 'How scripts sign in, update and read profiles, rotate tokens and find out what happened.',
    reference: 'Every call with what it takes and what it answers, as /openapi.json tells machines.',
    roles: 'Who may do what, by role.',
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
  },
}

export type Words = typeof words
