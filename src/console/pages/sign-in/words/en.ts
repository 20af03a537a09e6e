export const words = {
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  emailNeeded: 'Enter your e-mail address.',
  passwordNeeded: 'Enter your password.',
  lostAdvice:
    'Lost your password or your link? Ask an administrator of this console for a new set-up link. If there is no other, whoever runs the service can make one.',
  lostAtProvider: (name: string) =>
    `Can’t get in with ${name}? Ask an administrator of this console for a set-up link, and open it with your account there. If there is no other, ask whoever runs the service.`,
  withPasskey: 'Sign in with a passkey',
  secondTitle: 'Confirm that it is you',
  secondAdvice: 'Your password was right. Now use your passkey.',
  codeAdvice: 'Your password was right. Now enter a recovery code.',
  usePasskey: 'Use passkey',
  useCode: 'Use a recovery code instead',
  code: 'Recovery code',
  codeHint: 'One of the ten that came with your first passkey. Each works once.',
  codeNeeded: 'Enter a recovery code.',
  codeRefused: 'This is none of your recovery codes, or it was used already.',
  usePasskeyInstead: 'Use a passkey instead',
  startAgain: 'Start again',
  lostPasskeyAdvice:
    'Lost your passkeys and your recovery codes? An administrator of this console can take your passkeys away, so that your password signs you in.',
  firstTitle: 'Add a passkey to go on',
  firstAdvice:
    'What you may do here takes more than a password. A passkey is kept by your device, and confirmed by fingerprint, face or PIN.',
  goOn: 'I have kept them, go on',
  signedOut: 'You are signed out',
  endedTitle: 'Your session has ended',
  endedAdvice: 'Sign in to go on where you were.',
  undoneAdvice: 'What you asked for last was not done. Sign in to go on where you were.',
  noCookieTitle: 'Your browser has not kept your session',
  noCookieAdvice: (host: string) =>
    `The session is kept in a cookie. Allow cookies for ${host} in your browser, then sign in again.`,
  setUpTitle: 'Nobody has set this service up yet',
  setUpAdvice: 'Open the set-up link that the service printed when it started.',
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
