import { useEffect, useRef, useState } from 'react'
import { writeClipboard } from './clipboard.ts'

/** `refused`: the browser did not copy; the text is to be selected for the keys to do it. */
export type CopyState = { kind: 'idle' } | { kind: 'copying' } | { kind: 'copied' } | { kind: 'refused' }

const SAID_MS = 5000

/**
 * Copies a text and says for a while what came of it. `noteCopied` is for a copy that the keys made.
 *
 * @param select selects the text; called when the browser refuses, once the text is on the page
 */
export function useCopy(select: () => void) {
  const [state, setState] = useState<CopyState>({ kind: 'idle' })
  const selectRef = useRef(select)
  useEffect(() => {
    selectRef.current = select
  })

  useEffect(() => {
    if (state.kind === 'refused') selectRef.current()
    if (state.kind !== 'copied') return undefined
    const forgetting = setTimeout(() => setState({ kind: 'idle' }), SAID_MS)
    return () => clearTimeout(forgetting)
  }, [state])

  const copy = async (text: string | Promise<string>, onRefused?: () => void) => {
    setState({ kind: 'copying' })
    try {
      const isCopied = await writeClipboard(text)
      if (!isCopied) onRefused?.()
      setState({ kind: isCopied ? 'copied' : 'refused' })
    } catch {
      setState({ kind: 'idle' })
    }
  }
  return { state, copy, noteCopied: () => setState({ kind: 'copied' }) }
}
