import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, type ComponentType } from 'react'
import type { ServiceRequest } from '#client/request.ts'
import { getWaysToSignInAgain } from '#contract/fresh-sign-in.ts'
import type { SignInMethod } from '#contract/sign-in.ts'
import { InlineFailure } from '../../failures/InlineFailure.tsx'
import { useRequest } from '../../request-context.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useSignInWays } from '../provider/use-sign-in-ways.ts'
import styles from './FreshSignInDialog.module.css'
import { PasskeyWay } from './PasskeyWay.tsx'
import { PasswordWay } from './PasswordWay.tsx'
import { ProviderWay } from './ProviderWay.tsx'
import { useWords } from './use-words.ts'
import type { WayProps } from './way-props.ts'

/** Each way by its method: what the person does, and the button that does it. */
const WAYS: Partial<Record<SignInMethod, ComponentType<WayProps>>> = {
  password: PasswordWay,
  passkey: PasskeyWay,
  oidc: ProviderWay,
}

const waysQuery = (request: ServiceRequest) =>
  queryOptions({
    queryKey: ['ways-to-sign-in-again'],
    queryFn: () => request(getWaysToSignInAgain),
    staleTime: 0,
    gcTime: 0,
    throwOnError: false,
  })

/**
 * Asks the person to sign in again, above whatever they are doing, once it is known how they can: how high it is says the answer.
 *
 * @param onAnswer told whether they did
 */
export default function FreshSignInDialog({ onAnswer }: { onAnswer: (isFresh: boolean) => void }) {
  const words = useWords()
  const id = useId()
  const cancelRef = useRef<HTMLButtonElement>(null)
  const { data, error } = useQuery(waysQuery(useRequest()))
  const provider = useSignInWays()?.provider
  const isFresh = data?.isFresh === true
  useEffect(() => {
    if (isFresh) onAnswer(true)
  }, [isFresh, onAnswer])
  if ((!data && !error) || provider === undefined) return null
  const ways = data?.methods.flatMap((method) => WAYS[method] ?? [])
  return (
    <Dialog
      id={id}
      title={words.title}
      describedBy={`${id}-advice`}
      focusRef={cancelRef}
      onClose={() => onAnswer(false)}
      buttons={
        <Button ref={cancelRef} onClick={() => onAnswer(false)}>
          {words.cancel}
        </Button>
      }
    >
      <p id={`${id}-advice`}>{words.advice}</p>
      <div className={styles.ways}>
        <InlineFailure error={error} />
        {ways?.length === 0 && <p>{words.noWay}</p>}
        {ways?.map((Way, index) => (
          <Way key={Way.name} isFirst={index === 0} provider={provider} onProved={() => onAnswer(true)} />
        ))}
      </div>
    </Dialog>
  )
}
