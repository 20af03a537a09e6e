import type { ComponentProps } from 'react'
import type { Formats } from '../../../messages/formats.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OpenNotice } from './OpenNotice.tsx'
import type { TokenState } from './token-state.ts'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

type Props = ComponentProps<typeof OpenNotice> & { isRequired: boolean }

/** What is wrong with the present state and what to do; nothing when nothing is. */
export function StateNotice({ isRequired, ...open }: Props) {
  const { kind } = open.state
  const words = useWords()
  const title = stateTitle(isRequired, open.state, words, useFormats())
  if (!isRequired) return <OpenNotice {...open} />
  if (kind === 'live') return null
  return (
    <Notice tone={kind === 'expired' ? 'error' : 'warning'} title={title}>
      {kind === 'none' ? words.noTokenAdvice : words[`${kind}Advice`]}
    </Notice>
  )
}

/** What is wrong with a state, in a line; empty where nothing is. */
export function stateTitle(isRequired: boolean, state: TokenState, words: Words, { date }: Formats): string {
  if (!isRequired) return words.openTitle
  if (state.kind === 'none') return words.noTokenTitle
  if (state.kind === 'expired') return words.expiredTitle
  return state.kind === 'expiring' ? words.expiringTitle(date(state.token.expiresAt)) : ''
}
