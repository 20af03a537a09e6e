import { createContext, use, useMemo, type ReactNode } from 'react'
import { en, type Messages } from './en.ts'
import { createFormats, negotiateLocale, type Formats } from './formats.ts'

const Spoken = createContext<{ messages: Messages; formats: Formats } | null>(null)

/** Gives everything below it one language: its words, and how it writes dates and durations. */
export function MessagesProvider({ messages = en, children }: { messages?: Messages; children: ReactNode }) {
  const spoken = useMemo(() => {
    const formats = createFormats(negotiateLocale(messages.language, navigator.languages))
    return { messages, formats }
  }, [messages])
  return <Spoken value={spoken}>{children}</Spoken>
}

/** The words of the language that is shown. */
export const useMessages = () => useSpoken().messages

/** How the language that is shown writes dates and durations. */
export const useFormats = () => useSpoken().formats

function useSpoken() {
  const spoken = use(Spoken)
  if (!spoken) throw new Error('useMessages needs a MessagesProvider above it')
  return spoken
}
