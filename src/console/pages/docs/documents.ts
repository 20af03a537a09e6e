import { loadPart, readableAtOnce } from '../../lazy-part.ts'
import type { Piece } from './piece.ts'

/** The texts in `docs/` that users of the console and of its API need, in the order in which they are listed. */
const files = {
  console: () => import('virtual:document/console'),
  'going-live': () => import('virtual:document/going-live'),
  api: () => import('virtual:document/api'),
  roles: () => import('virtual:document/roles'),
  operating: () => import('virtual:document/operating'),
  security: () => import('virtual:document/security'),
}

export type DocumentName = keyof typeof files

export const isDocument = (name: string): name is DocumentName => Object.hasOwn(files, name)

const coming: Partial<Record<DocumentName, Promise<Piece[]>>> = {}

/** Comes once, for `use`. @throws MissingPartError when it does not come */
export const documentOf = (name: DocumentName): Promise<Piece[]> =>
  (coming[name] ??= readableAtOnce(loadPart(async () => (await files[name]()).default)))
