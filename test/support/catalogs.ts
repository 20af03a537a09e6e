import { type Language, languages } from '#console/messages/language.ts'
import { loadMessages } from '#console/messages/languages.ts'
import { loadLazyWords } from '#console/lazy-words/lazy-words.ts'
import { loadImplementationWords } from '#console/pages/administration/implementation/use-words.ts'

async function catalogOf(language: Language) {
  const [messages, implementation, lazyWords] = await Promise.all([
    loadMessages(language),
    loadImplementationWords(language),
    loadLazyWords(language),
  ])
  return { ...messages, implementation, ...lazyWords }
}

export type Catalog = Awaited<ReturnType<typeof catalogOf>>

/** Every text of the console in each language: the shell's, and those that pages and lazy parts of them bring. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of all languages
export const catalogs = Object.fromEntries(
  await Promise.all(languages.map(async (language) => [language, await catalogOf(language)])),
) as Record<Language, Catalog>
