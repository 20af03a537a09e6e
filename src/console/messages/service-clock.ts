import { useSyncExternalStore } from 'react'

/** The service's clock less the browser's performance clock, which nobody can set; the wall clock until an answer says more. */
let aheadMs = Date.now() - performance.now()

/** Notes what time it is at the service. @param ms since 1970 */
export function noteServiceTime(ms: number): void {
  aheadMs = ms - performance.now()
}

/** What time it is at the service, milliseconds since 1970, to about a second. */
export const serviceNow = (): number => performance.now() + aheadMs

/** The same; it goes on by itself. */
export const useServiceNow = (): number => useSyncExternalStore(everySecond, wholeSecond)

function everySecond(onTick: () => void): () => void {
  const ticking = setInterval(onTick, 1000)
  return () => clearInterval(ticking)
}

const wholeSecond = () => Math.floor(serviceNow() / 1000) * 1000
