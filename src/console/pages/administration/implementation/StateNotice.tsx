import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { TokenState } from './token-state.ts'
import { useWords } from './use-words.ts'

/** What is wrong with the present state and what to do; nothing when nothing is. */
export function StateNotice({ isRequired, state }: { isRequired: boolean; state: TokenState }) {
  const words = useWords()
  const { date } = useFormats()
  if (!isRequired)
    return (
      <Notice tone="warning" title={words.openTitle}>
        {words.openAdvice}
      </Notice>
    )
  if (state.kind === 'none') {
    return (
      <Notice tone="warning" title={words.noTokenTitle}>
        {words.noTokenAdvice}
      </Notice>
    )
  }
  if (state.kind === 'expired')
    return (
      <Notice tone="error" title={words.expiredTitle}>
        {words.expiredAdvice}
      </Notice>
    )
  if (state.kind === 'live') return null
  return (
    <Notice tone="warning" title={words.expiringTitle(date(state.token.expiresAt))}>
      {words.expiringAdvice}
    </Notice>
  )
}
