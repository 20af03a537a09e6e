import type { ComponentProps } from 'react'
import { useHref, useLinkClickHandler, useLocation } from 'react-router-dom'
import { moveFocusOn } from '../return-focus.ts'

/**
 * Leads to a page of the console without loading it anew; the page that is shown is marked as current, also where the
 * client code stands before it. React Router's own link is the same with its framework's prefetching, 3 kB of it.
 */
export function Link({ to, onClick, children, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { to: string }) {
  const follow = useLinkClickHandler(to)
  const isCurrent = useLocation().pathname.endsWith(to)
  return (
    <a
      {...rest}
      href={useHref(to)}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={(event) => {
        onClick?.(event)
        follow(event)
        if (event.defaultPrevented) moveFocusOn()
      }}
    >
      {children}
    </a>
  )
}
