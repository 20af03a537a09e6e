import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api-context.ts'
import { generateTokenMutation, viewTokenMutation } from './queries.ts'

/**
 * The token in clear, which lives only in the mutation that fetched or generated it and is dropped when it is hidden.
 *
 * @param currentId id of the token that the page shows; a secret of another token is not shown with it
 */
export function useSecretToken(tenant: string, currentId: string | undefined) {
  const api = useApi()
  const [isShown, setShown] = useState(false)
  const generate = useMutation(generateTokenMutation(api))
  const view = useMutation(viewTokenMutation(api))
  const known = [generate.data, view.data].find((token) => token !== undefined && token.id === currentId)
  const show = () => setShown(true)

  return {
    /** Undefined while hidden. */
    shown: isShown ? known?.accessToken : undefined,
    generate,
    view,
    /** @param replaces id of the token that is given up, null for none */
    generateToken: (replaces: string | null) => {
      view.reset()
      generate.mutate({ tenant, replaces }, { onSuccess: show })
    },
    reveal: () => (known ? show() : view.mutate(tenant, { onSuccess: show })),
    hide: () => {
      setShown(false)
      generate.reset()
      view.reset()
    },
    /** The token without showing it. */
    fetch: async () => (known ?? (await view.mutateAsync(tenant))).accessToken,
    /** Shows what `fetch` answered. */
    show,
  }
}
