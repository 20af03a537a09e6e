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
  clientCode: 'Client Code',
  imsOrgId: 'IMS Organization ID',
  profileApiUrl: 'Profile API address',

  profileApi: 'Profile API',
  profileApiAdvice:
    'Enable or disable authentication for batch updates via API and generate a profile authentication token.',
  readOnlyTitle: 'You can see this but not change it',
  readOnlyAdvice: (role: string) =>
    `You are signed in as ${role}. Changing it and seeing the token takes Approver or administrator rights.`,

  requireAuthentication: 'Require Authentication',
  letsInWithToken: 'On. Only calls that carry the current token are let in.',
  letsInEveryone: 'Off. Calls are let in without a token.',
  saving: 'Saving…',
  isOn: 'Require Authentication is on.',
  isOff: 'Require Authentication is off.',
  changedBy: (when: string, who: string) => `Last changed ${when} by ${who}.`,

  openTitle: 'Anyone who knows the client code can write profiles',
  openAdvice:
    'The client code is not a secret. Turn on Require Authentication to let in only calls that carry a token.',
  noTokenTitle: 'All profile API calls are refused until a token exists',
  noTokenAdvice:
    'Generate a token, then put its header into every script and app that calls the profile API.',
  expiringTitle: (when: string) => `The token expires on ${when}`,
  expiringAdvice:
    'Calls will be refused from then on. Generate a new token in time and update your scripts and apps.',
  expiredTitle: 'The token has expired',
  expiredAdvice: 'All profile API calls are refused. Generate a new token and update your scripts and apps.',

  turnOnTitle: 'Require authentication?',
  turnOnAdvice:
    'From the next call on, profile API calls without the current token are refused. Make sure that your scripts and apps send its header.',
  turnOnClosedTitle: 'Require authentication without a token?',
  turnOnClosedAdvice:
    'There is no token that works. Every profile API call will be refused until you generate one and your scripts and apps send it.',
  turnOn: 'Turn On',
  turnOffTitle: 'Stop requiring authentication?',
  turnOffAdvice: 'From the next call on, anyone who knows the client code can write profiles.',
  turnOffKeeps: 'The token is kept: it works again when you turn authentication back on.',
  turnOff: 'Turn Off',
  cancel: 'Cancel',

  authenticationToken: 'Authentication Token',
  expiresIn: 'Expires In',
  expired: 'Expired',
  created: 'Created',
  createdBy: (when: string, who: string) => `${when} by ${who}`,
  lastUsed: 'Last used',
  notUsedYet: 'Not used yet',
  reveal: 'Reveal',
  hide: 'Hide',
  header: 'Authorization header',
  exampleCall: 'Example call',
  envLine: 'Line of a .env file',
  exampleCallIn: (tool: string) => `Example call, ${tool}`,

  generate: 'Generate New Profile Authentication Token',
  generateTakesRights: 'Generating a token takes Approver or administrator rights.',
  turnOnFirst: 'Turn on Require Authentication first.',
  youChooseOverlap: 'You choose whether the current token goes on working beside the new one.',
  worksFor: (duration: string) => `It works for ${duration}.`,
  chooseLifetime: 'Choose how long…',
  generated: 'New token generated.',
  tokenHidden: 'The token is hidden again.',
  currentToken: (when: string, who: string) => `The current token was generated ${when} by ${who}.`,
  thereIsNoToken: 'There is no token.',
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
