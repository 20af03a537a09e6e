import { useState } from 'react'
import type { RefusedToken } from '#contract/refused-calls.ts'
import { useRequest } from '../../../../request-context.ts'
import { useAct } from '../../../../use-act.ts'
import { patchSettingsMutation, type ReceivedImplementation } from '../queries.ts'
import { changeTokenMutation } from '../rotation/queries.ts'

type Way = { kind: 'restore'; token: RefusedToken } | { kind: 'turn-off' }

export type WayBack = {
  /** What was asked for last; null before, and when it is not so any more. */
  taken: Way | null
  isPending: boolean
  error: unknown
  /** Whether it is so; undefined where the page does not know since it was asked for. */
  isSo: boolean | undefined
  isDone: boolean
  restore: (token: RefusedToken) => void
  /** @param etag of the settings that the person saw */
  turnOff: (etag: string) => Promise<unknown>
  /** Forgets why the last one was not taken. */
  reset: () => void
}

/** Lets an old token work again, or turns authentication off, and knows whether that is still so. */
export function useWayBack(implementation: ReceivedImplementation): WayBack {
  const { account, settings, token: newest, oldTokens, receivedAtMs } = implementation
  const request = useRequest()
  const restoring = useAct(changeTokenMutation(request))
  const turningOff = useAct(patchSettingsMutation(request))
  const [taken, setTaken] = useState<Way | null>(null)
  const { isPending, isSuccess, error, startedAtMs } = taken?.kind === 'restore' ? restoring : turningOff
  const isNow =
    taken?.kind === 'restore'
      ? [newest, ...oldTokens.working].some((one) => one?.id === taken.token.id)
      : !settings.enableProfileApiAuthentication
  const isSo = receivedAtMs > startedAtMs ? isNow : undefined

  if (taken !== null && isSuccess && isSo === false) setTaken(null)

  return {
    taken,
    isPending,
    error,
    isSo,
    isDone: taken !== null && error === null && (isSo ?? isSuccess),
    reset: () => {
      setTaken(null)
      restoring.reset()
      turningOff.reset()
    },
    restore: (token) => {
      setTaken({ kind: 'restore', token })
      restoring.mutate({ token, act: 'restore' })
    },
    turnOff: (etag) => {
      setTaken({ kind: 'turn-off' })
      return turningOff.mutateAsync({ tenant: account.tenant, isRequired: false, etag })
    },
  }
}
