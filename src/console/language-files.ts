import { use } from 'react'
import { arrivedInTime, MissingPartError, readableAtOnce } from './lazy-part.ts'
import type { Language } from './messages/language.ts'
import { useMessages } from './messages/MessagesProvider.tsx'

type LanguageFiles<Words> = {
  /** Once a language. @throws MissingPartError when they do not come; another call tries again */
  load: (language: Language) => Promise<Words>
  /** Those in the language that is shown; it waits for them. */
  useWords: () => Words
}

const all: Pick<LanguageFiles<unknown>, 'load'>[] = []

/** Has everything there in another language before it is spoken. @throws MissingPartError as each of them */
export const loadAllWords = (language: Language) => Promise.all(all.map(({ load }) => load(language)))

/** Words that are in a file of their own for each language and come when they are needed. */
export function languageFiles<Words>(files: Record<Language, () => Promise<Words>>): LanguageFiles<Words> {
  const known = new Map<Language, Promise<Words>>()
  const load = (language: Language) => {
    const coming =
      known.get(language) ??
      readableAtOnce(
        arrivedInTime(files[language]()).catch((cause: unknown) => {
          known.delete(language)
          throw new MissingPartError('Words of the console could not be loaded.', { cause })
        }),
      )
    known.set(language, coming)
    return coming
  }
  all.push({ load })
  return { load, useWords: () => use(load(useMessages().language)) }
}
