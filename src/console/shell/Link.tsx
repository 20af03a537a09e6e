import type { ComponentProps } from 'react'
import { useHref, useLinkClickHandler, useLocation } from 'react-router-dom'
import { moveFocusOn } from '../return-focus.ts'

/**
 * Leads to a page of the console without loading it anew; the page that is shown is marked as current, also where the
 * client code stands before it. React Router's own link is the same with its framework's prefetching, 3 kB of it.
 */
export function Link({ to, onClick, children, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { to: string }) {
  const follow = useLinkClickHandler(to)
  const { pathname } = useLocation()
  return (
    <a
      {...rest}
      href={useHref(to)}
      aria-current={currentAt(pathname, to)}
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

/** `page` at the address itself, `true` below it; either may have the client code before it. */
function currentAt(pathname: string, to: string): 'page' | 'true' | undefined {
  const [, client] = pathname.split('/')
  const ownPath = pathname.startsWith(`/${client}${to}`) ? pathname.slice(`/${client}`.length) : pathname
  if (ownPath === to) return 'page'
  return ownPath.startsWith(`${to}/`) ? 'true' : undefined
}
