/**
 * Puts a text on the clipboard; the text may still be on its way. It is handed over as a promise where the browser
 * takes one, because Safari forgets the user's press while a request runs.
 *
 * @returns false where the browser refuses, or has no clipboard for a page on plain http
 * @throws what `text` rejects with
 */
export async function writeClipboard(text: string | Promise<string>): Promise<boolean> {
  const clipboard = 'clipboard' in navigator ? navigator.clipboard : undefined
  try {
    if (typeof text === 'string' || typeof ClipboardItem === 'undefined')
      await clipboard?.writeText(await text)
    else await clipboard?.write([new ClipboardItem({ 'text/plain': text })])
    await text
    return clipboard !== undefined
  } catch {
    await text
    return false
  }
}

const isApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent)

/** How this machine's keyboard copies what is selected. */
export const copyKeys = () => (isApple() ? '⌘C' : 'Ctrl+C')

/** The same in the words of `aria-keyshortcuts`. */
export const copyKeysForAria = () => (isApple() ? 'Meta+C' : 'Control+C')
