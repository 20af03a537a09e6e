import { createContext, use } from 'react'
import { arrivedInTime, MissingPartError, readableAtOnce } from './lazy-part.ts'
import type { Language } from './messages/language.ts'
import { useMessages } from './messages/MessagesProvider.tsx'

/** Loads the words that a page, or a part of one, brings, in one language. */
export type LoadWords = (language: Language) => Promise<{ words: unknown }>

/** Of the page that is shown, and within it of the part. */
export const PageWordsContext = createContext<LoadWords | null>(null)

const cache = new Map<LoadWords, Map<Language, Promise<unknown>>>()

/** Has a page's words there before they are shown; they are loaded once. @throws MissingPartError when they do not come */
export function loadPageWords(load: LoadWords, language: Language): Promise<unknown> {
  const ofPage = cache.get(load) ?? new Map<Language, Promise<unknown>>()
  cache.set(load, ofPage)
  const known = ofPage.get(language)
  if (known) return known
  const coming = readableAtOnce(
    arrivedInTime(load(language)).then(
      ({ words }) => words,
      (cause: unknown) => {
        ofPage.delete(language)
        throw new MissingPartError('The words of a page could not be loaded.', { cause })
      },
    ),
  )
  ofPage.set(language, coming)
  return coming
}

/** Has all that was shown so far there in another language, before it is spoken. @throws MissingPartError as above */
export const loadAllPageWords = (language: Language) =>
  Promise.all([...cache.keys()].map((load) => loadPageWords(load, language)))

/** The words of the page or part around it, in the language that is shown; it waits for them. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each page says what its row loads
export function usePageWords<Words>(): Words {
  const load = use(PageWordsContext)
  const { language } = useMessages()
  if (!load) throw new Error('usePageWords needs a page around it')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  return use(loadPageWords(load, language)) as Words
}
