import type { Language } from './languages.ts'
import { pluralsOf } from './plurals.ts'

const plural = pluralsOf('en')
const characters = (count: number) =>
  plural(count, { one: `${count} character`, other: `${count} characters` })

/** What the console says in English. Names of controls are the product's own; the header and identifiers are in no catalog. */
export const en = {
  language: 'en' as Language, // of any language, not of English alone
  product: 'Profile API Console',

  shell: {
    skipToContent: 'Skip to content',
    navigation: 'Pages',
    administration: 'Administration',
    implementation: 'Implementation',
    theme: 'Theme',
    language: 'Language',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    account: (name: string) => `Your account: ${name}`,
    signOut: 'Sign out',
    roles: {
      observer: 'Observer',
      editor: 'Editor',
      publisher: 'Publisher',
      approver: 'Approver',
      admin: 'Administrator',
      sysadmin: 'System administrator',
    },
    roleIn: (role: string, workspace: string) => `${role} in ${workspace}`,
  },

  copying: {
    copy: 'Copy',
    copied: 'Copied',
    press: (keys: string) => `Press ${keys} to copy`,
    shortcut: (keys: string) => `With nothing selected, ${keys} copies it`,
  },

  failures: {
    loadFailed: 'This page could not be loaded',
    brokenPage: 'Something on this page broke',
    brokenPageAdvice:
      'That is a fault of the console. Try again; if it comes back, tell whoever runs the service.',
    failed: 'Something went wrong in the service.',
    unreachable: 'The service could not be reached. Check your connection.',
    unreadable: 'The service answered something that this console does not understand.',
    outOfDate: 'What you see may be out of date',
    requestId: 'Request ID',
    tryAgain: 'Try again',
    /** Refusals that the console knows; `failure-text.ts` says which code of the service leads to which. */
    refusals: {
      notUnderstood: 'The service did not accept what the console sent. Load the page again.',
      signedOut: 'You are not signed in any more. Sign in again.',
      setUpRequired: 'Nobody has set this service up yet.',
      signInRefused: 'This e-mail and password do not match.',
      forbidden: 'Your role does not allow this. It takes Approver or administrator rights.',
      notSameOrigin: 'The service accepts changes only from its own address. Open the console there.',
      notFound: 'What you asked for is not there any more.',
      changed: 'Someone else made a change in the meantime. Look at what is true now, then try again.',
      tooManyAttempts: 'Too many attempts to sign in. Wait a while and try again.',
      unavailable: 'The service cannot do this at the moment. Wait a while and try again.',
    },
    /** Who was first with another change, and what that means for ours. */
    first: {
      settings: (who: string, when: string) =>
        `These are not the settings you saw. ${who} changed them on ${when}. Look at them again, then repeat your change.`,
      token: (who: string, when: string) =>
        `${who} generated a token on ${when}. That token is the current one.`,
    },
    /** For a refusal that the console does not know. */
    refused: (words: string) => `The service refused this: “${words}”`,
    languageMissing: (name: string) =>
      `${name} could not be loaded. Check your connection, load the page again, then choose it once more.`,
  },

  signIn: {
    title: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    emailNeeded: 'Enter your e-mail address.',
    passwordNeeded: 'Enter your password.',
    signedOut: 'You are signed out',
    endedTitle: 'Your session has ended',
    endedAdvice: 'Sign in to go on where you were.',
    undoneAdvice: 'What you asked for last was not done. Sign in to go on where you were.',
    setUpTitle: 'Nobody has set this service up yet',
    setUpAdvice: 'Open the set-up link that the service printed when it started.',
  },

  setUp: {
    title: 'Set up',
    firstTitle: 'Set up Profile API Console',
    firstAdvice: 'You are the first one here, so you become its system administrator.',
    invitedTitle: (name: string) => `Welcome, ${name}`,
    invitedAdvice: (email: string) => `Choose a password. You sign in with ${email}.`,
    name: 'Name',
    email: 'E-mail',
    password: 'Password',
    passwordAdvice: (minLength: number) =>
      `At least ${characters(minLength)}. Any characters, spaces included; a whole sentence is fine.`,
    showPassword: 'Show password',
    submit: 'Finish set-up',
    wrong: {
      name: 'Enter a name of at most 100 characters.',
      email: 'Enter an e-mail address such as name@example.com.',
      password: (minLength: number, maxLength: number) =>
        `Choose a password of ${minLength} to ${characters(maxLength)}.`,
    },
    unusableTitle: 'This set-up link cannot be used',
    unusableAdvice:
      'Ask a system administrator for a new one. While nobody has set the service up, each start prints a new one.',
    usedAdvice: 'It was used already, was replaced by a newer one, or has expired.',
    incompleteAdvice: 'Open the whole link: it ends in a code.',
  },

  notFound: {
    title: 'Page not found',
    advice: 'There is no page at this address.',
    toImplementation: 'Go to Implementation',
  },

  implementation: {
    title: 'Implementation',
    advice: 'What your scripts and apps need to call the profile API.',

    skipToGenerate: 'Skip to Generate New Profile Authentication Token',
    otherClientTitle: (asked: string) => `There is no client ${asked} here`,
    otherClientAdvice: (ours: string) =>
      `This console is for the client code ${ours}. What you see belongs to it.`,

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
    expiredAdvice:
      'All profile API calls are refused. Generate a new token and update your scripts and apps.',

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
    generateTitle: 'Generate a new token?',
    generateAdvice:
      'Resetting this token will cause API calls using the current token to fail. This will require updating any scripts or apps that use this token.',
    currentLastUsed: (when: string) => `The current token was last used ${when}.`,
    currentNotUsed: 'The current token has not been used yet.',
    generateConfirm: 'Generate New Token',
    generated: 'New token generated.',
    tokenHidden: 'The token is hidden again.',
    currentToken: (when: string, who: string) => `The current token was generated ${when} by ${who}.`,
    thereIsNoToken: 'There is no token.',
  },
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Messages = typeof en
