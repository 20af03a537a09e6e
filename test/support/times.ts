import type { Page } from 'playwright-core'

/** Whose name no other text on the pages has in it, and which `Intl` writes as an offset. */
export const TIME_ZONE = 'Europe/Stockholm'

/** What says a time of day in English, the elements of times first of all. */
const TIME_OF_DAY = /\d:\d\d\s[AP]M/
/** In a sentence, or alone. */
const ZONED = /[AP]M GMT/

/**
 * The times of day on a page in English, opened in `TIME_ZONE`, that say no time zone themselves and stand in no card or
 * question that says it; and those in a `title`, where only a mouse finds them.
 */
export async function timesWithoutZone(page: Page): Promise<string[]> {
  const { told, titles } = await page.evaluate(() => {
    /** The question that an element stands in, or else the card. */
    const placeOf = (element: Element | null) => {
      let place = element?.closest('section, dialog, main') ?? null
      while (place?.localName === 'section') {
        const outer: Element | null = place.parentElement?.closest('section, dialog') ?? null
        if (outer === null) break
        place = outer
      }
      return place
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: { text: string; around: string }[] = []
    while (walker.nextNode()) {
      const { nodeValue, parentElement } = walker.currentNode
      texts.push({ text: nodeValue ?? '', around: placeOf(parentElement)?.textContent ?? '' })
    }
    const titled = [...document.querySelectorAll('[title]')]
    return { told: texts, titles: titled.map((element) => element.getAttribute('title') ?? '') }
  })
  const zoneless = told.filter(
    ({ text, around }) => TIME_OF_DAY.test(text) && !ZONED.test(plain(text)) && !around.includes(TIME_ZONE),
  )
  return [
    ...zoneless.map(({ text }) => `no time zone: ${text}`),
    ...titles.filter((title) => TIME_OF_DAY.test(title)).map((title) => `for a mouse alone: ${title}`),
  ]
}

/** With blanks of one kind. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ')
