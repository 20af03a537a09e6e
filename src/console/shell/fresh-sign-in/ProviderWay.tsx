import { useEffect, useRef } from 'react'
import { startSigningInAgainAtProvider } from '#contract/fresh-sign-in.ts'
import { useRequest } from '../../request-context.ts'
import { useAct } from '../../use-act.ts'
import { Button } from '../../ui/Button.tsx'
import { SignInFailure } from '../provider/SignInFailure.tsx'
import styles from './FreshSignInDialog.module.css'
import { useWords } from './use-words.ts'
import type { WayProps } from './way-props.ts'

/** Room for the form of a provider. */
const WINDOW = 'popup,width=520,height=720'

/**
 * Signs in again at the provider, in a window of its own, so that nothing of the page is lost. What is done there is known when
 * the dialog asks anew whether the sign-in is fresh.
 */
export function ProviderWay({ isFirst, provider }: WayProps) {
  const words = useWords()
  const request = useRequest()
  const buttonRef = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isFirst) buttonRef.current?.focus()
  }, [isFirst])
  const starting = useAct({
    mutationFn: async () => {
      const opened = openedWindow()
      try {
        const { url } = await request(startSigningInAgainAtProvider)
        opened?.location.replace(url)
        return opened === null ? url : null
      } catch (error) {
        opened?.close()
        throw error
      }
    },
    gcTime: 0,
  })
  if (provider === null) return null
  const { name } = provider
  return (
    <div className={styles.way}>
      <SignInFailure error={starting.error} />
      {starting.isSuccess && (
        <output>
          {starting.data === null ? (
            words.isOpen(name)
          ) : (
            <>
              {words.isBlocked}{' '}
              <a href={starting.data} target="_blank" rel="noreferrer">
                {words.open(name)}
              </a>
            </>
          )}
        </output>
      )}
      <Button
        ref={buttonRef}
        variant={isFirst ? 'primary' : 'secondary'}
        isPending={starting.isPending}
        onClick={() => starting.mutate()}
      >
        {words.signInAgainWith(name)}
      </Button>
    </div>
  )
}

/** Opened at once, because browsers open none for what was not just pressed; null where they open none at all. */
function openedWindow(): Window | null {
  const opened = window.open('', '', WINDOW)
  // The provider's page is to reach nothing of this one.
  if (opened !== null) opened.opener = null
  return opened
}
