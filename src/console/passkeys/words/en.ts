export const words = {
  cancelled: 'Nothing was confirmed. Try again when you are ready.',
  notHere: 'Passkeys do not work here: browsers use them only over https, at an address with a name.',
  already: 'This device has a passkey of yours already.',
  unknown: 'The browser could not use a passkey.',
  refused: 'This passkey does not sign anyone in here.',
  expired: 'This took too long, or was finished already. Sign in again.',
  notAsked: 'This is not the passkey that was asked for, or it took too long. Try again.',
  tooMany: 'You have as many passkeys as you can have. Remove one first.',
  taken: 'This passkey was added already.',
  providerOnly: 'Your roles come from the sign-in provider. Sign in there.',
  lastWay: 'This is your last way to sign in, so it stays.',
  codesTitle: 'Your recovery codes',
  codesAdvice:
    'Keep them where only you can get at them. When you have no passkey at hand, each signs you in once, after your password. They are not shown again.',
  copy: 'Copy codes',
  download: 'Download',
  fileTitle: 'Recovery codes for Profile API Console',
  name: 'Name of the passkey',
  nameHint: 'For yourself, such as “Work laptop”.',
  wrongName: 'Give the passkey a name of at most 100 characters, without control characters.',
  add: 'Add passkey',
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
