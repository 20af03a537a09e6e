import type { Session } from '#contract/sign-in.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from './use-words.ts'

/** That others can read along, or could; for those who can have it mended, and nothing when all is well. */
export function TransportNotice({ session }: { session: Session }) {
  const words = useWords()
  if (!session.permitted.includes('settings.update')) return null
  if (!window.isSecureContext) {
    return (
      <Notice tone="warning" title={words.inClearTitle}>
        {words.inClearAdvice}
      </Notice>
    )
  }
  if (location.protocol !== 'https:' || session.isCookieSecure) return null
  return (
    <Notice tone="warning" title={words.httpsUntoldTitle}>
      {words.httpsUntoldAdvice} <code translate="no">PUBLIC_URL={location.origin}</code>
    </Notice>
  )
}
