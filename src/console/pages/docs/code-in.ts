import type { Piece } from './piece.ts'

/** A text of the API's description, in which code stands between backticks, as documents have it. */
export const codeIn = (text: string): Piece[] =>
  text
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) => (/^`.+`$/.test(part) ? { tag: 'code', of: [part.slice(1, -1)] } : part))
