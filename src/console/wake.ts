const TICK_MS = 1000
const SLEPT_MS = 5000

/**
 * Calls back whenever the page may have missed something: it comes into view, gets the focus, or the machine slept
 * under it, or the clock was set. Sleep shows as a gap between ticks on the wall clock, the only clock that goes on meanwhile.
 *
 * @returns stops it
 */
export function listenForWake(onWake: () => void): () => void {
  const wake = () => {
    if (!document.hidden) onWake()
  }
  let lastTickAt = Date.now()
  const ticking = setInterval(() => {
    const gapMs = Date.now() - lastTickAt
    lastTickAt += gapMs
    if (Math.abs(gapMs) > SLEPT_MS) wake()
  }, TICK_MS)
  document.addEventListener('visibilitychange', wake)
  window.addEventListener('focus', wake)
  return () => {
    clearInterval(ticking)
    document.removeEventListener('visibilitychange', wake)
    window.removeEventListener('focus', wake)
  }
}
