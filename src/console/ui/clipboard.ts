/**
 * Puts a text on the clipboard; the text may still be on its way. It is handed over as a promise where the browser
 * takes one, because Safari forgets the user's press while a request runs.
 *
 * @returns false where the browser refuses
 * @throws what `text` rejects with
 */
export async function writeClipboard(text: string | Promise<string>): Promise<boolean> {
  try {
    if (!('clipboard' in navigator)) return copyByCommand(await text)
    if (typeof text === 'string' || typeof ClipboardItem === 'undefined')
      await navigator.clipboard.writeText(await text)
    else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })])
    await text
    return true
  } catch {
    await text
    return false
  }
}

/** A page on plain http has no clipboard, but may copy as the keys do, soon after a press. @returns whether it did */
function copyByCommand(text: string): boolean {
  const copying = new AbortController()
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const capture = { capture: true, signal: copying.signal }
  document.addEventListener('beforecopy', (event) => event.preventDefault(), capture)
  document.addEventListener('copy', fill, capture)
  try {
    return document.execCommand('copy')
  } finally {
    copying.abort()
  }
}

/** Whether keyboards have a command key here. */
export const isApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent)

/** How this machine's keyboard copies what is selected. */
export const copyKeys = () => (isApple() ? '⌘C' : 'Ctrl+C')

/** The same in the words of `aria-keyshortcuts`. */
export const copyKeysForAria = () => (isApple() ? 'Meta+C' : 'Control+C')

/** Whether one points with a finger here: then there may be no keys. */
export const hasFinger = () => matchMedia('(pointer: coarse)').matches
