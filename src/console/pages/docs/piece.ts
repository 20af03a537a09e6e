/** What a document is made of: a text, or an element with what is in it. */
export type Piece =
  | string
  | { tag: 'table'; titles: string[]; rows: Piece[][][] }
  | { tag: 'a'; href: string; of: Piece[] }
  | Element

export type Element = {
  tag: 'h1' | 'h2' | 'h3' | 'h4' | 'p' | 'strong' | 'em' | 'code' | 'pre' | 'ol' | 'ul' | 'li'
  /** Of a heading. */
  id?: string
  of: Piece[]
}
