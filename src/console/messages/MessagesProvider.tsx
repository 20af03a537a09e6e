import { createContext, use, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'
import type { Messages } from './en.ts'
import { createFormats, negotiateLocale, type Formats } from './formats.ts'

type Spoken = { messages: Messages; formats: Formats; speak: (messages: Messages) => void }

const SpokenContext = createContext<Spoken | null>(null)

/** Gives everything below it one language: its words, and how it writes dates and durations. */
export function MessagesProvider({ first, children }: { first: Messages; children: ReactNode }) {
  const [messages, speak] = useState(first)
  const spoken = useMemo(() => {
    const formats = createFormats(negotiateLocale(messages.language, navigator.languages))
    return { messages, formats, speak }
  }, [messages])

  useLayoutEffect(() => {
    document.documentElement.lang = messages.language
  }, [messages])
  return <SpokenContext value={spoken}>{children}</SpokenContext>
}

/** The words of the language that is shown. */
export const useMessages = () => useSpoken().messages

/** How the language that is shown writes dates and durations. */
export const useFormats = () => useSpoken().formats

/** Shows another language from here on; everything stays where it is. */
export const useSpeak = () => useSpoken().speak

function useSpoken() {
  const spoken = use(SpokenContext)
  if (!spoken) throw new Error('useMessages needs a MessagesProvider above it')
  return spoken
}
