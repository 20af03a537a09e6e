import { useEffect, useEffectEvent, useState } from 'react'
import type { TokenSummary } from '#contract/profile-auth.ts'
import { useRequest } from '../../../request-context.ts'
import { useAct } from '../../../use-act.ts'
import { generateTokenMutation, type Generating, viewTokenMutation } from './queries.ts'

/** How long the token is kept and shown when nobody hides it. */
const KEPT_MS = 60_000

export type SecretToken = ReturnType<typeof useSecretToken>

/**
 * The token in clear, which lives only in the mutation that fetched or generated it and is dropped when it is hidden.
 *
 * @param current the token that the page shows; the secret of another one is not shown with it
 * @param onHidden called when it was hidden without being asked: after a minute, and when the window is left
 */
export function useSecretToken(tenant: string, current: TokenSummary | null, onHidden: () => void) {
  const request = useRequest()
  const [askedId, setAskedId] = useState<string | null>(null)
  const generate = useAct(generateTokenMutation(request))
  const view = useAct(viewTokenMutation(request))
  const known = [generate.data, view.data].find((token) => token !== undefined && token.id === current?.id)
  const isShown = known !== undefined && known.id === askedId
  const show = ({ id }: { id: string }) => setAskedId(id)
  const hide = () => {
    setAskedId(null)
    generate.reset()
    view.reset()
  }
  useHiding(known !== undefined, () => {
    hide()
    if (isShown) onHidden()
  })
  const fetch = async () => (known ?? (await view.mutateAsync(tenant))).accessToken

  return {
    isShown,
    /** Id of the current token when it was generated here and not hidden since. */
    generatedId: known === generate.data ? known?.id : undefined,
    generate,
    view,
    generateToken: (how: Generating, onGenerated: () => void) => {
      view.reset()
      generate.mutate(
        { tenant, ...how },
        {
          onSuccess: (token) => {
            show(token)
            onGenerated()
          },
        },
      )
    },
    reveal: () => (known ? show(known) : view.mutate(tenant, { onSuccess: show })),
    hide,
    /** A text made of the token, for a CopyField: shown as far as the token is, never printed, copied whole. */
    textOf: (make: (token: string) => string) =>
      isShown
        ? { value: make(known.accessToken), printedValue: make(masked(current)) }
        : {
            value: make(masked(current)),
            fetchText: async () => make(await fetch()),
            onRefused: () => setAskedId(current?.id ?? null),
          },
  }
}

/** Hides the token after a while, and when the window is left. */
function useHiding(isKept: boolean, hide: () => void): void {
  const hideNow = useEffectEvent(hide)
  useEffect(() => {
    if (!isKept) return undefined
    const waiting = setTimeout(hideNow, KEPT_MS)
    window.addEventListener('blur', hideNow)
    document.addEventListener('visibilitychange', hideNow)
    return () => {
      clearTimeout(waiting)
      window.removeEventListener('blur', hideNow)
      document.removeEventListener('visibilitychange', hideNow)
    }
  }, [isKept])
}

const masked = (token: TokenSummary | null) => '•'.repeat(8) + (token?.lastFour ?? '')
