import { initialLanguage } from './language-choice.ts'
import { loadMessages } from './messages/languages.ts'

/**
 * The words that the console opens with. A build has this file run in the page itself, so that they are on their way while the
 * rest of the console still is. English stands in for a language that does not come.
 */
export const firstMessages = loadMessages(initialLanguage()).catch(() => loadMessages('en'))

// `Intl` reads how a language writes dates when it is first asked, 10 ms on a fast machine: so it does while the code comes.
setTimeout(() => new Intl.DateTimeFormat(initialLanguage(), { month: 'long' }))
