import { useEffect, useEffectEvent, useRef } from 'react'
import { InlineFailure } from '../../../../failures/InlineFailure.tsx'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { shortOf } from './TokenText.tsx'
import type { WayBack } from './use-way-back.ts'
import { useWords } from './use-words.ts'

type Props = {
  way: WayBack
  /** Says to screen readers what the eye sees happen. */
  say: (words: string) => void
}

/** What the way back has done. It takes the focus of the button that was pressed, which may have gone. */
export function Done({ way: { taken }, say }: Props) {
  const words = useWords()
  const { date } = useFormats()
  const ref = useRef<HTMLElement>(null)
  const restored = taken?.kind === 'restore' ? taken.token : null
  const titleOf = (token: string) => (restored ? words.worksAgain(token) : words.isOff)
  const heard = titleOf(words.tokenEndingIn(restored?.lastFour ?? ''))
  const tell = useEffectEvent(() => {
    const { activeElement, body } = document
    if (activeElement === body) ref.current?.focus()
    else if (activeElement !== ref.current) say(heard)
  })
  useEffect(() => tell(), [])
  return (
    <section ref={ref} aria-label={heard} tabIndex={-1}>
      <Notice tone="success" title={titleOf(shortOf(restored?.lastFour ?? null))}>
        {restored ? words.worksAgainUntil(date(restored.expiresAt)) : words.letsInEveryone}
      </Notice>
    </section>
  )
}

/** Why the way back was not taken, and what is so where it may have been. */
export function NotDone({ way: { taken, error, isSo } }: Pick<Props, 'way'>) {
  const words = useWords()
  const outcome = () => {
    if (taken?.kind !== 'restore') return isSo ? words.isOff : words.isOn
    return words[isSo ? 'worksAgain' : 'doesNotWork'](shortOf(taken.token.lastFour))
  }
  return <InlineFailure error={error} outcome={isSo !== undefined && outcome()} />
}
