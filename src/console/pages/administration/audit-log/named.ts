/**
 * Marks within a sentence what it is about, and keeps its own direction of reading from the words around it: first strong
 * isolate, pop directional isolate. No name of a person has them.
 */
const FIRST = '\u2068'
const LAST = '\u2069'

/** A name as it stands in a sentence. */
export const named = (name: string) => `${FIRST}${name.replaceAll(/[\u2066-\u2069]/g, '')}${LAST}`

/** A sentence in pieces: every other one, from the second on, is a name. */
export const piecesOf = (sentence: string) => sentence.split(/[\u2068\u2069]/)
