import { useEffect } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'

/** Names the browser's tab after the page. */
export function usePageTitle(title: string): void {
  const { product } = useMessages()
  useEffect(() => {
    document.title = `${title} – ${product}`
  }, [title, product])
}
