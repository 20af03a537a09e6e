import { Link } from '../../../shell/Link.tsx'
import { useWords } from './use-words.ts'

/** What the switch and the token are for, and how to go about it. */
export function ProfileApiAdvice() {
  const words = useWords()
  return (
    <>
      {words.profileApiAdvice} <Link to="/going-live">{words.goingLive}</Link>
    </>
  )
}
