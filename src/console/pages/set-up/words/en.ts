import { pluralsOf } from '../../../messages/plurals.ts'

const plural = pluralsOf('en')
const characters = (count: number) =>
  plural(count, { one: `${count} character`, other: `${count} characters` })

export const words = {
  title: 'Set up',
  firstTitle: 'Set up Profile API Console',
  firstAdvice: 'You are the first one here, so you become its system administrator.',
  invitedTitle: (name: string) => `Welcome, ${name}`,
  invitedAdvice: (email: string) => `Choose a password. You sign in with ${email}.`,
  invitedEitherAdvice: (provider: string, email: string) =>
    `Sign in with ${provider}, or choose a password and sign in with ${email}.`,
  invitedByProviderAdvice: (provider: string) =>
    `Sign in with ${provider}. From then on you get in here with your account there.`,
  name: 'Name',
  email: 'E-mail',
  password: 'Password',
  passwordAdvice: (minLength: number) =>
    `At least ${characters(minLength)}. Any characters, spaces included; a whole sentence is fine.`,
  showPassword: 'Show password',
  submit: 'Finish set-up',
  wrong: {
    name: 'Enter a name of at most 100 characters, without control characters.',
    email: 'Enter an e-mail address such as name@example.com.',
    password: (minLength: number, maxLength: number) =>
      `Choose a password of ${minLength} to ${characters(maxLength)}.`,
  },
  weak: {
    'password-too-common':
      'This is one of the passwords that many people use, or is made of them. Choose another, such as a sentence of your own.',
    'password-of-own-words':
      'This is made of your name, your e-mail, or the name of the product or the client. Choose something others do not know of you.',
    'password-too-uniform':
      'This repeats itself or follows the alphabet, the numbers or the keys. Choose something less regular.',
  },
  unusableTitle: 'This set-up link cannot be used',
  unusableAdvice:
    'Ask an administrator for a new one. While nobody has set the service up, each start prints a new one.',
  usedAdvice: 'It was used already, was replaced by a newer one, was ended, or has expired.',
  incompleteAdvice: 'Open the whole link: it ends in a code.',
  accept: {
    title: 'You have an account here already',
    advice:
      'Sign in with it in another tab, then accept. You keep what you hold, and get what the invitation gives.',
    signIn: 'Sign in in another tab',
    signedOut: 'You are not signed in yet.',
    notTheirs: 'You are signed in as someone else, or the link was used, replaced or has expired.',
    accept: 'Accept',
  },
  reloadedTitle: 'Open your link again',
  reloadedAdvice:
    'Reloading this page has not used up your link: it still works. Its code was taken out of the address, so that nobody reads it there. Open the link once more from where you got it.',
  next: {
    title: 'You are in. What comes next',
    advice: 'Until you turn authentication on, jobs are let in as before.',
    steps: {
      turnOn: {
        title: 'Turn on Require Authentication.',
        advice: 'From then on every call of the profile API needs the token.',
      },
      generate: {
        title: 'Generate the authentication token.',
        advice: 'It works for 90 days, or for as long as you choose.',
      },
      copy: { title: 'Copy the header.', advice: 'It is one line, ready for your scripts and apps.' },
      call: {
        title: 'Call with it.',
        advice: 'Under Callers you see each call, and whether it sent the token.',
      },
      invite: {
        title: 'Invite the others.',
        advice: 'Under Users. An approver can do the same; everyone gets a link like the one that you used.',
      },
    },
    callers: 'Do jobs call already? Then prepare a token first, so that none of them is refused.',
    goingLive: 'Going live, step by step',
    go: 'Go to Implementation',
  },
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
