import type { ComponentProps } from 'react'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OpenNotice } from './OpenNotice.tsx'
import { useWords } from './use-words.ts'

type Props = ComponentProps<typeof OpenNotice> & { isRequired: boolean }

/** What is wrong with the present state and what to do; nothing when nothing is. */
export function StateNotice({ isRequired, ...open }: Props) {
  const { state } = open
  const words = useWords()
  const { date } = useFormats()
  if (!isRequired) return <OpenNotice {...open} />
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
