import type { ComponentProps, MouseEvent } from 'react'
import { navigate, useLocation } from '../location.ts'
import { moveFocusOn } from '../return-focus.ts'

/** Leads to a page of the console without loading it anew; the page that is shown is marked as current. */
export function Link({ to, onClick, children, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { to: string }) {
  const isCurrent = useLocation().pathname === to
  return (
    <a
      {...rest}
      href={to}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={(event) => {
        onClick?.(event)
        if (!isForThisTab(event)) return
        event.preventDefault()
        moveFocusOn()
        navigate(to, { replace: isCurrent })
      }}
    >
      {children}
    </a>
  )
}

/** Whether the click asks for no other tab, window or file. */
const isForThisTab = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
