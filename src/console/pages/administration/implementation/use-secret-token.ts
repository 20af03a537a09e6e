import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { TokenSummary } from '#contract/profile-auth.ts'
import { useRequest } from '../../../request-context.ts'
import { useAct } from '../../../use-act.ts'
import { generateTokenMutation, type Generating, viewTokenMutation } from './queries.ts'

/** How long the token is kept and shown when nobody hides it. */
const KEPT_MS = 60_000

export type SecretToken = ReturnType<typeof useSecretToken>

/**
 * The token in clear, which lives only in the mutation that fetched or generated it and is dropped when it is hidden. What
 * comes while the window is left is never shown.
 *
 * @param current the token that the page shows; the secret of another one is not shown with it
 * @param onTurned called when it was revealed, and when it was hidden, be it by itself: after a minute, and when the window is left
 */
export function useSecretToken(
  tenant: string,
  current: TokenSummary | null,
  onTurned: (isShown: boolean) => void,
) {
  const request = useRequest()
  const [askedId, setAskedId] = useState<string | null>(null)
  const generate = useAct(generateTokenMutation(request))
  const view = useAct(viewTokenMutation(request))
  const known = [generate.data, view.data].find((token) => token !== undefined && token.id === current?.id)
  const isShown = known !== undefined && known.id === askedId
  const drop = () => {
    setAskedId(null)
    generate.reset()
    view.reset()
  }
  const hide = () => {
    drop()
    if (isShown) onTurned(false)
  }
  const place = useHiding(known !== undefined, hide)
  const show = ({ id }: { id: string }) => (place.isLeft() ? drop() : setAskedId(id))
  const reveal = (token: { id: string }) => {
    show(token)
    if (!place.isLeft()) onTurned(true)
  }
  const fetch = async () => {
    place.noteUse()
    const { accessToken } = known ?? (await view.mutateAsync(tenant))
    if (place.isLeft()) drop()
    return accessToken
  }

  return {
    isShown,
    /** Id of the current token when it was generated here and not hidden since. */
    generatedId: known === generate.data ? known?.id : undefined,
    generate,
    view,
    generateToken: async (how: Generating) => {
      place.noteUse()
      view.reset()
      show(await generate.mutateAsync({ tenant, ...how }))
    },
    reveal: () => {
      place.noteUse()
      if (known) reveal(known)
      else view.mutate(tenant, { onSuccess: reveal })
    },
    hide,
    /**
     * A text made of the token, for a CopyField: shown as far as the token is, never printed, copied whole.
     *
     * @param noteOf what is said of a token that is hidden, by its last four letters
     */
    textOf: (make: (token: string) => string, noteOf: (lastFour: string) => string) =>
      isShown
        ? { value: make(known.accessToken), printedValue: make(masked(current)) }
        : {
            value: make(masked(current)),
            note: noteOf(current?.lastFour ?? ''),
            fetchText: async () => make(await fetch()),
            onRefused: () => current && show(current),
          },
  }
}

/**
 * Hides the token after a while, and when the window is left.
 *
 * @returns whether it is left; not any more once it is used, for not every browser tells of the return
 */
function useHiding(isKept: boolean, hide: () => void) {
  const isLeft = useRef(false)
  const hideKept = useEffectEvent(() => {
    if (isKept) hide()
  })
  useEffect(() => {
    if (!isKept) return undefined
    const waiting = setTimeout(hideKept, KEPT_MS)
    return () => clearTimeout(waiting)
  }, [isKept])
  useEffect(() => {
    const note = ({ type }: Event) => {
      isLeft.current = document.hidden || type === 'blur' || (isLeft.current && type !== 'focus')
      if (type !== 'focus') hideKept()
    }
    const events = [
      [window, 'blur'],
      [window, 'focus'],
      [document, 'visibilitychange'],
    ] as const
    for (const [target, type] of events) target.addEventListener(type, note)
    return () => {
      for (const [target, type] of events) target.removeEventListener(type, note)
    }
  }, [])
  return {
    isLeft: () => isLeft.current,
    noteUse: () => {
      isLeft.current = false
    },
  }
}

const masked = (token: TokenSummary | null) => '•'.repeat(8) + (token?.lastFour ?? '')
