import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { TokenSummary } from '#contract/profile-auth.ts'
import { useApi } from '../../../api-context.ts'
import { generateTokenMutation, viewTokenMutation } from './queries.ts'

export type SecretToken = ReturnType<typeof useSecretToken>

/**
 * The token in clear, which lives only in the mutation that fetched or generated it and is dropped when it is hidden.
 *
 * @param current the token that the page shows; the secret of another one is not shown with it
 */
export function useSecretToken(tenant: string, current: TokenSummary | null) {
  const api = useApi()
  const [isAsked, setAsked] = useState(false)
  const generate = useMutation(generateTokenMutation(api))
  const view = useMutation(viewTokenMutation(api))
  const known = [generate.data, view.data].find((token) => token !== undefined && token.id === current?.id)
  const isShown = isAsked && known !== undefined
  const show = () => setAsked(true)
  const fetch = async () => (known ?? (await view.mutateAsync(tenant))).accessToken

  return {
    isShown,
    /** Id of the current token when it was generated here and not hidden since. */
    generatedId: known === generate.data ? known?.id : undefined,
    generate,
    view,
    /** @param replaces id of the token that is given up, null for none */
    generateToken: (replaces: string | null) => {
      view.reset()
      generate.mutate({ tenant, replaces }, { onSuccess: show })
    },
    reveal: () => (known ? show() : view.mutate(tenant, { onSuccess: show })),
    hide: () => {
      setAsked(false)
      generate.reset()
      view.reset()
    },
    /** A text made of the token, for a CopyField: shown as far as the token is, copied whole. */
    textOf: (make: (token: string) => string) =>
      isShown
        ? { value: make(known.accessToken) }
        : { value: make(masked(current)), fetchText: async () => make(await fetch()), onRefused: show },
  }
}

const masked = (token: TokenSummary | null) => '•'.repeat(24) + (token?.lastFour ?? '')
