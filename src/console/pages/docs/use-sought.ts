import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { searchOf, soughtIn } from './finding.ts'

/** How long a person pauses before the address has what they typed: browsers refuse to be told of every letter. */
const PAUSE_MS = 300

/** What is sought. It stands in the address, so that going back leaves it. */
export function useSought() {
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const inAddress = soughtIn(search)
  const [text, seek] = useState(inAddress)
  const toldRef = useRef(inAddress)
  /** What is typed in one go is left by going back once. */
  const isFurther = useRef(false)

  const tell = useEffectEvent(() => {
    toldRef.current = text
    void navigate({ pathname, search: searchOf(text) }, { replace: isFurther.current })
    isFurther.current = true
  })
  useEffect(() => {
    if (inAddress === toldRef.current) return
    toldRef.current = inAddress
    seek(inAddress)
  }, [inAddress])
  useEffect(() => {
    const pause = text === toldRef.current ? undefined : setTimeout(tell, PAUSE_MS)
    return () => clearTimeout(pause)
  }, [text])

  const settle = () => {
    isFurther.current = false
  }
  return { text, seek, settle }
}
