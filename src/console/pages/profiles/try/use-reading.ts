import { useEffect, useRef, useState } from 'react'
import type { ProfileIdKind } from '#contract/profiles.ts'
import { readFile, type ReadFile } from './reading/read-file.ts'

/** How far a file has been read. `share`: of it, in whole hundredths. */
export type ReadingState =
  | { kind: 'none' }
  | { kind: 'reading'; file: File; percent: number }
  | { kind: 'read'; file: File; found: ReadFile }
  /** `gone`: changed or removed since it was chosen. */
  | { kind: 'failed'; file: File; error: unknown; isGone: boolean }

/** Reads one file at a time; another one, or leaving the page, ends the one before. */
export function useReading() {
  const [state, setState] = useState<ReadingState>({ kind: 'none' })
  const underWay = useRef<AbortController>(undefined)
  useEffect(() => () => underWay.current?.abort(), [])

  const cancel = () => {
    underWay.current?.abort()
    setState({ kind: 'none' })
  }
  const read = async (file: File, idKind: ProfileIdKind | null): Promise<ReadFile | null> => {
    underWay.current?.abort()
    const { signal } = (underWay.current = new AbortController())
    let percent = 0
    setState({ kind: 'reading', file, percent })
    const onProgress = (share: number) => {
      const reached = Math.floor(share * 100)
      if (reached === percent) return
      percent = reached
      setState({ kind: 'reading', file, percent })
    }
    try {
      const found = await readFile(file, { idKind, signal, onProgress })
      if (signal.aborted) return null
      setState({ kind: 'read', file, found })
      return found
    } catch (error) {
      if (!signal.aborted) setState({ kind: 'failed', file, error, isGone: error instanceof DOMException })
      return null
    }
  }
  return { state, read, cancel }
}
