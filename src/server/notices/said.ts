/** Longest line that is kept of what the other side says. */
const MOST_CHARACTERS = 200
/** Controls, and marks that turn the direction in which the text around is read. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\s]+/gu

/** Words of another machine as one short line of plain text; null where nothing is left. */
export function lineOf(words: string): string | null {
  const line = words.replaceAll(UNSEEN, ' ').trim()
  if (line === '') return null
  const characters = Array.from(line)
  return characters.length <= MOST_CHARACTERS ? line : `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`
}
