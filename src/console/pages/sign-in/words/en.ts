export const words = {
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  emailNeeded: 'Enter your e-mail address.',
  passwordNeeded: 'Enter your password.',
  lostAdvice:
    'Lost your password or your link? Ask an administrator of this console for a new set-up link. If there is no other, whoever runs the service can make one.',
  signedOut: 'You are signed out',
  endedTitle: 'Your session has ended',
  endedAdvice: 'Sign in to go on where you were.',
  undoneAdvice: 'What you asked for last was not done. Sign in to go on where you were.',
  setUpTitle: 'Nobody has set this service up yet',
  setUpAdvice: 'Open the set-up link that the service printed when it started.',
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
