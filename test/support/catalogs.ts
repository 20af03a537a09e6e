import { type Language, languages } from '#console/messages/language.ts'
import { loadMessages } from '#console/messages/languages.ts'
import type * as LazyWords from '#console/lazy-words/en.ts'
import type { Words } from '#console/pages/administration/implementation/words/en.ts'

async function catalogOf(language: Language) {
  // Plain Node, which takes the screenshots, reads no components, so the words are read without what loads them there.
  const implementation: { words: Words } = await import(
    /* @vite-ignore */ `#console/pages/administration/implementation/words/${language}.ts`
  )
  const lazyWords: typeof LazyWords = await import(/* @vite-ignore */ `#console/lazy-words/${language}.ts`)
  return { ...(await loadMessages(language)), implementation: implementation.words, ...lazyWords }
}

export type Catalog = Awaited<ReturnType<typeof catalogOf>>

/** Every text of the console in each language: the shell's, and those that pages and lazy parts of them bring. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of all languages
export const catalogs = Object.fromEntries(
  await Promise.all(languages.map(async (language) => [language, await catalogOf(language)])),
) as Record<Language, Catalog>
