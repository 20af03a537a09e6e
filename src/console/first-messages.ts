import { initialLanguage } from './language-choice.ts'
import { loadMessages } from './messages/languages.ts'
import inter from './styles/fonts/inter.woff2?url'
import jetbrainsMono from './styles/fonts/jetbrains-mono.woff2?url'

/**
 * The words that the console opens with. A build runs this file on its own, so that they are on their way while the rest
 * of the console still is. English stands in for a language that does not come.
 */
export const firstMessages = loadMessages(initialLanguage()).catch(() => loadMessages('en'))

async function askForFonts(): Promise<void> {
  await firstMessages
  for (const href of [inter, jetbrainsMono]) {
    const preload = { rel: 'preload', as: 'font', crossOrigin: '', href }
    document.head.append(Object.assign(document.createElement('link'), preload))
  }
}

// Once the words are there the code nearly is, which the fonts would hold up if they were asked for before.
askForFonts().catch(() => {})
