import type { ProviderRefusal } from '../refusals.ts'

export const words = {
  signInWith: (name: string) => `Sign in with ${name}`,
  or: 'or',
  signingIn: 'You are being signed in…',
  failedTitle: 'You are not signed in',
  again: 'Back to signing in',
  lostTitle: 'You have fewer rights here than before',
  lostAdvice: (roles: string) =>
    `The sign-in provider now gives you: ${roles}. Ask whoever looks after your groups there if that is a mistake.`,
  goOn: 'Go on',
  againTitle: 'You have signed in again',
  againAdvice: 'Go back to the window that you came from: it goes on there. You can close this one.',
  notAgainTitle: 'You have not signed in again',
  notAgainAdvice: 'Close this window, and try again in the one that you came from.',
  stillTitle: 'You are still signed in',
  refusals: {
    'sign-in-out-of-date':
      'This sign-in was finished already, took more than ten minutes, or began in another browser. Sign in anew.',
    'provider-refused': 'The sign-in provider has not let you in, or you turned back there.',
    'provider-unavailable':
      'The sign-in provider does not answer. Try again in a moment, or sign in another way.',
    'provider-not-trusted':
      'What the sign-in provider answered cannot be trusted, so you were not signed in. Tell whoever runs this service.',
    'provider-clock-off':
      'The clocks of the sign-in provider and of this service are more than five minutes apart. Tell whoever runs this service.',
    'provider-refuses-us':
      'The sign-in provider refuses this service as it is set up. Tell whoever runs this service.',
    suspended:
      'You are suspended here: somebody who administers has kept you from signing in. Ask an administrator.',
    'another-account':
      'You signed in at the sign-in provider with a different account from the one that you are signed in with here.',
    'provider-not-fresh':
      'The sign-in provider does not say that you have just proved there who you are. Sign out, and sign in anew; if it stays so, tell whoever runs this service.',
    'no-role':
      'Your account at the sign-in provider gives you no role here, or none any more. Ask whoever looks after your groups there.',
    'not-invited':
      'Nobody here is known by your account at the sign-in provider. Ask an administrator for an invitation and open it with that account.',
    'email-not-verified':
      'The sign-in provider has no e-mail address for your account, or has not verified it. Ask whoever looks after your account there.',
    'other-sign-in':
      'Somebody here has your e-mail address or your account already, and signs in another way. If that is you, ask an administrator for a set-up link and open it with your account.',
    'password-sign-in-off': 'Nobody signs in by a password here. Use the sign-in provider.',
    'provider-sign-in-only': 'Your roles come from the sign-in provider. Sign in there.',
  } satisfies Record<ProviderRefusal, string>,
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
