import { Fragment, useEffectEvent, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { createPath, useLocation, useNavigate } from 'react-router-dom'
import { moveFocusOn } from '../return-focus.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { askBeforeLeaving, leave } from './leave.ts'
import { useWords } from './use-words.ts'

type Props = {
  /** Whether it is shown, or under way, and not yet kept. */
  isShown: boolean
  children: ReactNode
}

/**
 * Around what is shown once. Whatever would lose it asks first: another page, Back, what calls `leave`, and in the browser's
 * own words a reload or closing the tab. A dialog that was closed is opened anew for whoever stays.
 */
export function ShownOnce({ isShown, children }: Props) {
  const words = useWords()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [asked, setAsked] = useState<{ go: () => void } | null>(null)
  const [stays, setStays] = useState(0)
  const isLeaving = useRef(false)

  const askBeforeNavigation = useEffectEvent((event: NavigateEvent) => {
    const { destination, navigationType, cancelable } = event
    const to = new URL(destination.url)
    // Another document is what `beforeunload` is for.
    if (isLeaving.current || !cancelable || !destination.sameDocument || to.pathname === pathname) return
    event.preventDefault()
    leave(() => {
      moveFocusOn()
      if (navigationType === 'traverse') navigation.traverseTo(destination.key)
      else void navigate(createPath(to), { replace: navigationType === 'replace' })
    })
  })
  useLayoutEffect(() => {
    if (!isShown) return undefined
    const askBeforeUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const onNavigate = (event: NavigateEvent) => askBeforeNavigation(event)
    const askNoMore = askBeforeLeaving((go) => setAsked({ go }))
    // Firefox before 147 and Safari before 26.2 have none.
    const pages = 'navigation' in window ? navigation : null
    window.addEventListener('beforeunload', askBeforeUnload)
    pages?.addEventListener('navigate', onNavigate)
    return () => {
      askNoMore()
      window.removeEventListener('beforeunload', askBeforeUnload)
      pages?.removeEventListener('navigate', onNavigate)
    }
  }, [isShown])

  return (
    <>
      <Fragment key={stays}>{children}</Fragment>
      {asked && (
        <ConfirmDialog
          title={words.title}
          confirm={words.leave}
          cancel={words.stay}
          isDangerous
          onConfirm={async () => {
            isLeaving.current = true
            asked.go()
          }}
          onClose={() => {
            setAsked(null)
            if (!isLeaving.current) setStays(stays + 1)
          }}
        >
          <p>{words.advice}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
