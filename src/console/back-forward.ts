/**
 * Lets nothing be seen of a page that the browser took out of its back/forward cache, for the person may have signed
 * out since: it is put away unseen and loaded anew.
 *
 * @param root what holds the whole page
 */
export function concealFromBackForwardCache(root: HTMLElement): void {
  window.addEventListener('pagehide', () => {
    root.hidden = true
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}
