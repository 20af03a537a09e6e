import type { Messages } from '../../../messages/en.ts'
import type { Formats } from '../../../messages/formats.ts'
import { useFormats, useMessages } from '../../../messages/MessagesProvider.tsx'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

/** What it takes to tell of a record in the reader's language. */
export type Telling = { words: Words; messages: Messages; formats: Formats }

export const useTelling = (): Telling => ({
  words: useWords(),
  messages: useMessages(),
  formats: useFormats(),
})
