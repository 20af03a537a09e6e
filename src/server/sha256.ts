import { hash } from 'node:crypto'

/** What `#service/sha256.ts` is on Node, in a seventh of the time. */
export const sha256Hex = (text: string): string => hash('sha256', text)
