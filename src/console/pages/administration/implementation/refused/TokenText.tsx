import { useWords } from './use-words.ts'

/** How a token stands in a sentence. */
export const shortOf = (lastFour: string | null) => `…${lastFour ?? ''}`

/** A sentence about a token, whose last four characters are read out as what they are. */
export function TokenText({ text, lastFour }: { text: string; lastFour: string | null }) {
  const words = useWords()
  if (lastFour === null) return text
  const [before = '', after = ''] = text.split(shortOf(lastFour))
  return (
    <>
      {before}
      <span aria-hidden="true" translate="no">
        {shortOf(lastFour)}
      </span>
      <span className="visually-hidden">{words.tokenEndingIn(lastFour)}</span>
      {after}
    </>
  )
}
