export const words = {
  title: 'Sign in again',
  advice:
    'To do this, prove once more that it is you. Then it is done; nothing that you have entered or chosen is lost.',
  password: 'Your password',
  passwordNeeded: 'Enter your password.',
  wrongPassword: 'This is not your password.',
  goOn: 'Go on',
  usePasskey: 'Confirm with a passkey',
  signInAgainWith: (name: string) => `Sign in again with ${name}`,
  isOpen: (name: string) =>
    `${name} is open in a window of its own. Once you have signed in there, this goes on by itself.`,
  isBlocked: 'Your browser has opened no window.',
  open: (name: string) => `Open ${name}`,
  cancel: 'Cancel',
  noWay: 'There is no way for you to sign in again here. Sign out, and sign in anew.',
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
