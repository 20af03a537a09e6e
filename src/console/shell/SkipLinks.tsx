import { createContext, use, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useMessages } from '../messages/MessagesProvider.tsx'
import styles from './SkipLinks.module.css'

const Place = createContext<HTMLElement | null>(null)

/** The first stops of Tab: to what people come to the page for, where it says so, and past everything to the content. */
export function SkipLinks({ children }: { children: ReactNode }) {
  const { shell } = useMessages()
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return (
    <Place value={place}>
      <div className={styles.links}>
        {/* Before the other, so that what people come for is one stop away. */}
        <div ref={setPlace} />
        <a href="#content">{shell.skipToContent}</a>
      </div>
      {children}
    </Place>
  )
}

/** A page's own skip link, to what people come to it for. @param to id of a control */
export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  const place = use(Place)
  const skip = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    document.getElementById(to)?.focus()
  }
  const link = (
    <a href={`#${to}`} onClick={skip}>
      {children}
    </a>
  )
  return place && createPortal(link, place)
}
