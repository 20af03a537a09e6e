import { pluralsOf } from '../../../../messages/plurals.ts'

const plural = pluralsOf('en')

export const words = {
  title: 'Implementation',
  advice: 'What your scripts and apps need to call the profile API.',

  skipToGenerate: 'Skip to Generate New Profile Authentication Token',
  otherClientTitle: (asked: string) => `There is no client ${asked} here`,
  otherClientAdvice: (ours: string) =>
    `This console is for the client code ${ours}. What you see belongs to it.`,

  inClearTitle: 'Passwords and tokens travel in clear',
  inClearAdvice:
    'This page came by http, so others on the way can read what it sends. Whoever runs the service can put https in front and set PUBLIC_URL to its https address.',
  httpsUntoldTitle: 'The service does not know that people come by https',
  httpsUntoldAdvice:
    'The cookie of your session would also go in clear over http. Whoever runs the service can set',

  accountDetails: 'Account details',
  clientCode: 'Client code',
  imsOrgId: 'IMS organization ID',
  profileApiUrl: 'Profile API address',

  profileApi: 'Profile API',
  profileApiAdvice: 'Require a token for every profile API call: bulk updates, single updates and reads.',
  goingLive: 'Going live, step by step',
  readOnlyTitle: 'You can see this but not change it',
  readOnlyAdvice: (role: string) =>
    `You are signed in as ${role}. Changing it and seeing the token takes Approver or administrator rights.`,

  requireAuthentication: 'Require Authentication',
  on: 'On',
  off: 'Off',
  letsInWithToken: 'Only calls with a token that works are let in.',
  letsInEveryone: 'Every call is let in, with or without a token.',
  saving: 'Saving…',
  isOn: 'Require Authentication is on.',
  isOff: 'Require Authentication is off.',
  changedBy: (when: string, who: string) => `Last changed on ${when} by ${who}.`,

  openTitle: 'Anyone who knows the client code can read and write profiles',
  open: {
    notSecret: 'The client code is not a secret.',
    noCalls: 'No call has come in the last 7 days.',
    cameWithout: 'In the last 7 days calls without a token came from',
    more: (_count: number, written: string) => `${written} more`,
    nobodyKnows: 'an unknown address',
    prepareAdvice:
      'Prepare a token and give it to your scripts and apps: calls may send it at once, and it is asked for only once you turn authentication on.',
    prepare: 'Prepare a token…',
    sendIt: (count: number, written: string, of: string) =>
      plural(count, {
        one: `${written} of ${of} callers sends the token`,
        other: `${written} of ${of} callers send the token`,
      }),
    allSendIt: (count: number, written: string) =>
      plural(count, {
        one: 'The only caller sends the token',
        other: `All ${written} callers send the token`,
      }),
    doesNot: (calls: string) => `does not yet: ${calls}, last`,
    notAlways: (calls: string) => `does not always: ${calls}, last`,
    perDay: (count: number, written: string) =>
      plural(count, { one: `${written} call a day`, other: `${written} calls a day` }),
    lessThanDaily: 'less than a call a day',
    wouldBeRefused: (count: number, written: string) =>
      plural(count, {
        one: 'It would be refused if you turned on Require Authentication now.',
        other: `It is one of ${written} callers that would be refused if you turned on Require Authentication now.`,
      }),
    notSeen: (count: number, written: string) =>
      plural(count, {
        one: `${written} has not called since the token was made, so it is not known whether it sends it.`,
        other: `${written} have not called since the token was made, so it is not known whether they send it.`,
      }),
    nobodyRefused: 'No caller would be refused: you can turn on Require Authentication.',
    notToldApart: 'Others, for whom there is no room in the list of callers, are not told apart.',
    nobodyKnown: 'No call has come in the last 7 days, so it is not known who sends the token.',
    expired: 'The token has expired, so calls that send it would be refused. Generate a new one first.',
  },
  noTokenTitle: 'All profile API calls are refused until a token exists',
  noTokenAdvice:
    'Generate a token, then put its header into every script and app that calls the profile API.',
  expiringTitle: (when: string) => `The token expires on ${when}`,
  expiringAdvice:
    'Calls will be refused from then on. Generate a new token in time and update your scripts and apps.',
  expiredTitle: 'The token has expired',
  expiredAdvice: 'All profile API calls are refused. Generate a new token and update your scripts and apps.',

  cancel: 'Cancel',

  authenticationToken: 'Authentication Token',
  expiresIn: 'Expires In',
  expired: 'Expired',
  created: 'Created',
  createdBy: (who: string) => `by ${who}`,
  lastUsed: 'Last used',
  notUsedYet: 'Not used yet',
  reveal: 'Reveal',
  hide: 'Hide',
  hiddenEndsIn: (lastFour: string) => `hidden, ends in ${lastFour}`,
  testToken: 'Test…',
  testAnyToken: 'Test a token…',
  header: 'Header',
  token: 'Token',
  /** Behind the keys that do it. */
  copies: {
    header: 'copies this header',
    token: 'copies this token',
    call: 'copies this call',
    env: 'copies this line',
  },

  generate: 'Generate New Profile Authentication Token',
  generateTakesRights: 'Generating a token takes Approver or administrator rights.',
  turnOnFirst: 'There is no token yet. Prepare one above, or turn on Require Authentication.',
  youChooseOverlap: 'You choose whether the current token goes on working beside the new one.',
  worksFor: (duration: string) => `It works for ${duration}.`,
  chooseLifetime: 'Choose how long…',
  generated: 'New token generated.',
  tokenShown: 'The token is shown.',
  tokenHidden: 'The token is hidden again.',
  currentToken: (when: string, who: string) => `The current token was generated on ${when} by ${who}.`,
  thereIsNoToken: 'There is no token.',
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
