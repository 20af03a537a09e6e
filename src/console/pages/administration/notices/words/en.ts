import { pluralsOf } from '../../../../messages/plurals.ts'

const plural = pluralsOf('en')
const callers = (count: number, written: string) =>
  plural(count, { one: `${written} caller`, other: `${written} callers` })

export const words = {
  title: 'Notices',
  advice: 'Where to tell people and systems before something stops working.',

  addWebhook: 'Add webhook…',
  addEmail: 'Add e-mail…',
  noMailServer: 'E-mail needs a mail server. Whoever runs the service can name one with',
  and: 'and',

  targets: 'Where to tell',
  noTargets: 'Nobody is told yet. Add a webhook or an e-mail address.',
  kinds: {
    'token-expiry': 'Token expiry',
    'refused-calls': 'Refused calls',
    'stuck-batches': 'Stuck batches',
  },
  inLanguage: (language: string) => `Language: ${language}`,
  nothingSent: 'Nothing has been sent to it yet',
  sendTest: 'Send test',
  change: 'Change…',
  remove: 'Remove…',
  /** Names a button of a row. */
  of: (act: string, name: string) => `${act}: ${name}`,

  webhook: {
    add: 'Add a webhook',
    change: 'Change the webhook',
    address: 'Address',
    addressHint: 'It begins with https and is called with POST.',
    wrongAddress: 'Enter an address such as https://hooks.example.com/profile-api.',
    refusedAddress:
      'It must begin with https and lead to the internet. Whoever runs the service can permit networks of your own by WEBHOOK_NETWORKS.',
  },
  email: {
    add: 'Add an e-mail address',
    change: 'Change the e-mail address',
    address: 'E-mail address',
    wrongAddress: 'Enter an e-mail address such as ops@example.com.',
    language: 'Language of its e-mails',
  },
  name: 'Name',
  nameHint: 'The name you know it by here, such as “Incident channel”.',
  wrongName: 'Enter a name of at most 100 characters, without control characters.',
  tellOf: 'Tell of',
  tellOfHint: {
    'token-expiry': '30, 14, 7 and 1 days before the current token expires, and when it has',
    'refused-calls': 'when calls are refused that were let in before a change',
    'stuck-batches': 'when a batch could not be applied and is given up',
  },
  wrongKinds: 'Choose at least one.',
  tooMany: 'There are 20 webhooks and e-mail addresses, which is the most. Remove one of them first.',
  add: 'Add',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',

  secret: 'Secret',
  secretAdvice: 'Requests are signed by a secret, which was shown once.',
  replaceSecret: 'Replace the secret…',
  replaceTitle: (name: string) => `Replace the secret of ${name}?`,
  replaceAdvice:
    'From the next request on they are signed by the new one. What the receiver refuses until it knows that is tried again for a day.',
  replace: 'Replace',
  secretOf: (name: string) => `Secret of ${name}`,
  secretShownOnce:
    'It is shown now and never again. Put it where the receiver verifies that a request comes from here.',
  howToVerify: 'As Standard Webhooks defines it: docs/api.md says how.',
  done: 'Done',

  removeTitle: (name: string) => `Remove ${name}?`,
  removeAdvice: 'It is no longer told of anything, and what is waiting to be sent to it is dropped.',
  removeConfirm: 'Remove',

  saidAdded: (name: string) => `${name} added.`,
  saidChanged: (name: string) => `${name} changed.`,
  saidRemoved: (name: string) => `${name} removed.`,

  next: 'Next',
  expires: (lastFour: string, when: string) => `The token …${lastFour} expires on ${when}.`,
  told: (count: number) =>
    plural(count, { one: 'One is told on these days.', other: `${count} are told on these days.` }),
  nobodyTold: 'Nobody is told of it',
  nobodyToldAdvice: 'No webhook and no e-mail address has Token expiry among what it is told of.',
  daysBefore: (days: number) => plural(days, { one: '1 day before', other: `${days} days before` }),
  whenExpired: 'when it has expired',
  noToken: 'There is no token that works, so there is none that will expire.',

  sent: 'Sent',
  sentAdvice: 'Kept for 30 days',
  filter: 'Show',
  filters: {
    all: (count: string) => `All ${count}`,
    waiting: (count: string) => `Waiting ${count}`,
    failed: (count: string) => `Failed ${count}`,
  },
  none: {
    all: 'Nothing was sent in the last 30 days.',
    waiting: 'Nothing is waiting to be sent.',
    failed: 'Nothing has failed.',
  },
  columns: { notice: 'Notice', to: 'To', when: 'When', result: 'Result', acts: 'Actions' },
  removed: 'removed since',
  tryNow: 'Try now',
  showOlder: 'Show older ones',

  notices: {
    expiring: (lastFour: string, days: number) =>
      plural(days, {
        one: `The token …${lastFour} expires in 1 day`,
        other: `The token …${lastFour} expires in ${days} days`,
      }),
    expired: (lastFour: string) => `The token …${lastFour} has expired`,
    callers,
    callersAmong: (count: number, written: string, names: string) =>
      `${callers(count, written)}, among them ${names}`,
    unused: 'Nobody uses it',
    usedBy: (who: string) => `Used by ${who}`,
    refused: {
      'turned-on': (_lastFour: string) => 'Calls refused since authentication was turned on',
      replaced: (lastFour: string) => `Calls refused since …${lastFour} was replaced`,
      'overlap-ended': (lastFour: string) => `Calls refused since the time of …${lastFour} was over`,
      ended: (lastFour: string) => `Calls refused since …${lastFour} was ended`,
      expired: (lastFour: string) => `Calls refused since …${lastFour} expired`,
    },
    stuck: 'A batch is stuck',
    rows: (rows: number, written: string, applied: string) =>
      `${plural(rows, { one: `${written} row`, other: `${written} rows` })}, ${applied} applied`,
    test: 'Test',
    by: (who: string) => `by ${who}`,
  },

  outcome: {
    delivered: 'Delivered',
    failed: 'Failed',
    beingSent: 'Being sent',
    waiting: 'Waiting to be sent',
    waitingForTry: (next: number) => `Waiting for try ${next}`,
    took: (duration: string) => `in ${duration}`,
    answer: (status: number) => `answer ${status}`,
    tries: (count: number) => plural(count, { one: '1 try', other: `${count} tries` }),
    /** Of a try before the one that went well. */
    before: (failure: string) => `Before that: ${failure}`,
  },
  /** Why a try failed; `said` are the other side's own words. */
  failures: {
    answered: (status: number, said: string) => `Answer ${status}${said === '' ? '' : `: ${said}`}`,
    'timed-out': 'No answer within 8 seconds',
    'address-refused': 'Its address leads into a network of our own, where webhooks may not go',
    'not-https': 'Its address does not begin with https',
    'name-unknown': 'The name of its host is not known',
    'not-connected': (said: string) => `No connection${said === '' ? '' : `: ${said}`}`,
    certificate: (said: string) => `Its certificate was not accepted${said === '' ? '' : `: ${said}`}`,
    'mail-refused': (said: string) => `The mail server said: ${said === '' ? '…' : said}`,
    'mail-not-set-up': 'This service has no mail server',
    'secret-unreadable': 'Its secret can no longer be read: replace it',
    fault: 'A fault of the service; its log says more',
  },
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
