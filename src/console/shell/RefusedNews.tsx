import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useFormats, useMessages } from '../messages/MessagesProvider.tsx'
import { useRequest } from '../request-context.ts'
import { Announcement } from '../ui/Announcement.tsx'
import { useAnnouncement } from '../ui/use-announcement.ts'
import { REFUSED_POLL_MS, refusedQuery } from '../refused-calls.ts'

/**
 * Asks which calls are refused since a change, and has it heard that there are any, and that there are more callers whose
 * calls are. What the page began with is not news.
 */
export default function RefusedNews() {
  const { shell } = useMessages()
  const { number } = useFormats()
  const { said, say } = useAnnouncement()
  const { data } = useQuery({ ...refusedQuery(useRequest()), refetchInterval: REFUSED_POLL_MS.counted })
  const calls = data?.calls ?? 0
  const callerCount = data === undefined ? undefined : (data?.callerCount ?? 0)
  const toldRef = useRef<number>(undefined)
  useEffect(() => {
    const told = toldRef.current
    toldRef.current = callerCount
    if (told === undefined || callerCount === undefined || callerCount <= told) return
    say(shell.refusedCalls(calls, number(calls)))
  }, [callerCount, calls, number, say, shell])
  return <Announcement said={said} />
}
