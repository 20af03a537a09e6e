import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { writeClipboard } from './clipboard.ts'

/**
 * `refused`: the browser did not copy; the text is selected for the person to do it, until they have or go on to something
 * else. `count` tells one copy from the next, so that each is announced.
 */
export type CopyState =
  { kind: 'idle' } | { kind: 'copying' } | { kind: 'copied'; count: number } | { kind: 'refused' }

const SAID_MS = 5000

const IDLE: CopyState = { kind: 'idle' }

/**
 * Copies a text and says for a while what came of it. `noteCopied` is for a copy that the person made by the keys.
 *
 * @param select selects the text; called when the browser refuses, once the text is on the page
 * @param subject what is copied: of another one nothing was copied yet
 */
export function useCopy(select: () => void, subject = '') {
  const [made, setMade] = useState({ of: subject, state: IDLE })
  const state = made.of === subject ? made.state : IDLE
  const setState = (now: CopyState) => setMade({ of: subject, state: now })
  const countRef = useRef(0)
  const selectNow = useEffectEvent(select)
  const noteCopied = () => {
    countRef.current += 1
    setState({ kind: 'copied', count: countRef.current })
  }
  const noteCopiedByHand = useEffectEvent(noteCopied)

  useEffect(() => {
    const forget = () => setMade((last) => ({ ...last, state: IDLE }))
    const ending = new AbortController()
    if (state.kind === 'copied') {
      const forgetting = setTimeout(forget, SAID_MS)
      return () => clearTimeout(forgetting)
    }
    if (state.kind === 'refused') {
      selectNow()
      const copied = (event: Event) => event.defaultPrevented || noteCopiedByHand()
      document.addEventListener('copy', copied, ending)
      document.addEventListener('focusout', forget, ending)
    }
    return () => ending.abort()
  }, [state])

  const copy = async (text: string | Promise<string>, onRefused?: () => void) => {
    setState({ kind: 'copying' })
    try {
      if (await writeClipboard(text)) return noteCopied()
      onRefused?.()
      setState({ kind: 'refused' })
    } catch {
      setState(IDLE)
    }
  }
  return { state, copy, noteCopied }
}
