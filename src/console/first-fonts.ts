import { firstMessages } from './first-messages.ts'
import inter from './styles/fonts/inter.woff2?url'
import jetbrainsMono from './styles/fonts/jetbrains-mono.woff2?url'

const fonts = [
  new FontFace('Inter', `url(${inter})`, { weight: '400 700' }),
  new FontFace('JetBrains Mono', `url(${jetbrainsMono})`),
]

/** A line on which the page itself took longer is slow: what is asked for beside the code holds it up. */
const SLOW_MS = 500

function isLineSlow(): boolean {
  const [page] = performance.getEntriesByType('navigation')
  return (
    page !== undefined && 'requestStart' in page && performance.now() - Number(page.requestStart) > SLOW_MS
  )
}

const isSlow = isLineSlow()

async function askForFonts(): Promise<void> {
  // Then the code nearly is there.
  if (isSlow) await firstMessages
  await Promise.all(fonts.map((font) => font.load()))
}

const coming = askForFonts().catch(() => {})

/** How long fonts are waited for once the rest is there; less than anyone sees. */
const SOON_MS = 100

/**
 * Draws with the fonts that are there or come soon. One that came later would move what is being read, so it is for the next visit;
 * a style sheet cannot say so, for browsers take `optional` each in its own way.
 */
export const drawWithFonts = (): Promise<void> => (decided ??= addFonts())

let decided: Promise<void> | undefined

async function addFonts(): Promise<void> {
  if (!isSlow) await Promise.race([coming, new Promise((resolve) => setTimeout(resolve, SOON_MS))])
  for (const font of fonts) if (font.status === 'loaded') document.fonts.add(font)
}
