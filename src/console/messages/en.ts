import type { Language } from './language.ts'
import { pluralsOf } from './plurals.ts'

const plural = pluralsOf('en')

/** What the console says in English. Names of controls are the product's own; the header and identifiers are in no catalog. */
export const en = {
  language: 'en' as Language, // of any language, not of English alone
  product: 'Profile API Console',

  shell: {
    skipToContent: 'Skip to content',
    navigation: 'Pages',
    /** Headings over the names of pages. */
    groups: { administration: 'Administration', profiles: 'Profiles' },
    /** Names of pages, as the table of pages refers to them. */
    pages: {
      implementation: 'Implementation',
      users: 'Users',
      auditLog: 'Audit log',
      notices: 'Notices',
      batches: 'Batches',
      tryFile: 'Try a file',
      lookUp: 'Look-up',
    },
    /** Beside the page that shows them. */
    refusedCalls: (count: number, written: string) =>
      plural(count, { one: `${written} call refused`, other: `${written} calls refused` }),
    /** Before its code. */
    client: 'Client',
    documentation: 'Documentation',
    keyboard: 'Keyboard shortcuts',
    /** Beside a title. */
    help: 'Help',
    theme: 'Theme',
    language: 'Language',
    account: (name: string) => `Your account: ${name}`,
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

  /** Before a notice, for the ear. */
  tones: { info: 'Note:', success: 'Done:', warning: 'Warning:', error: 'Error:' },

  timesAreIn: (timeZone: string) => `Times are in ${timeZone}.`,

  copying: {
    copy: 'Copy',
    copied: 'Copied',
    press: (keys: string) => `Press ${keys} to copy`,
    hold: 'Touch and hold the selected text to copy it',
  },

  failures: {
    loadFailed: 'This page could not be loaded',
    brokenPage: 'Something on this page broke',
    brokenPageAdvice:
      'That is a fault of the console. Try again; if it comes back, tell whoever runs the service.',
    missingPart: 'A part of the console is missing',
    missingPartAdvice: 'It was updated in the meantime, or the connection was lost. Load the page again.',
    loadAgain: 'Load the page again',
    failed: 'Something went wrong in the service.',
    unreachable: 'The service could not be reached. Check your connection.',
    unreadable: 'The service answered something that this console does not understand.',
    notKnown: 'It is not known whether it was done.',
    outOfDate: 'What you see may be out of date',
    requestId: 'Request ID',
    tryAgain: 'Try again',
    /** Refusals that the console knows; `failure-text.ts` says which code of the service leads to which. */
    refusals: {
      notUnderstood: 'The service did not accept what the console sent. Load the page again.',
      signedOut: 'You are not signed in any more. Sign in again.',
      setUpRequired: 'Nobody has set this service up yet.',
      signInRefused: 'This e-mail and password do not match.',
      /** By what it takes. */
      forbidden: {
        anyRole: 'You hold no role here, and this takes one; any will do. Ask a system administrator.',
        approver: 'Your role does not allow this. It takes Approver or administrator rights.',
        admin: 'Your role does not allow this. It takes administrator rights in the workspace.',
        sysadmin: 'This takes a system administrator.',
      },
      notSameOrigin: 'The service accepts changes only from its own address. Open the console there.',
      notFound: 'What you asked for is not there any more.',
      changed: 'Things have changed since you saw them. Look at what is true now, then try again.',
      tooManyTokens:
        'Besides the current token four old ones still work, which is the most. End one of them first.',
      tooManyAttempts: (wait: string) => `Too many attempts to sign in. Try again in ${wait}.`,
      unavailable: 'The service cannot do this at the moment. Wait a while and try again.',
    },
    /** Who was first with another change, and what that means for ours. */
    first: {
      settings: (who: string, when: string) =>
        `These are not the settings you saw. ${who} changed them on ${when}. Look at them again, then repeat your change.`,
      /** Of a person or a workspace. */
      other: (who: string, when: string) =>
        `${who} changed this on ${when}. Look at it again, then repeat your change.`,
      token: {
        generated: (who: string, when: string) =>
          `${who} generated a token on ${when}. That token is the current one.`,
        ended: (who: string, when: string) =>
          `${who} ended this token on ${when}. Calls with it are refused.`,
        /** Let it work longer, or again. */
        prolonged: (who: string, when: string) =>
          `${who} gave this token more time on ${when}. See below until when it works.`,
      },
    },
    /** For a refusal that the console does not know. */
    refused: (words: string) => `The service refused this: “${words}”`,
  },
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Messages = typeof en
