import { createElement, type ReactNode } from 'react'
import { Link } from '../../shell/Link.tsx'
import { Table } from '../../ui/Table.tsx'
import { isDocument } from './documents.ts'
import type { Piece } from './piece.ts'

/** What a document is made of. */
export const Pieces = ({ of }: { of: Piece[] }): ReactNode => of.map(shown)

/** @param key its place, for a document never changes */
function shown(piece: Piece, key: number): ReactNode {
  if (typeof piece === 'string') return piece
  switch (piece.tag) {
    case 'table':
      return <DocumentTable key={key} {...piece} />
    case 'a':
      return <DocumentLink key={key} {...piece} />
    default: {
      const { tag, id, of } = piece
      const translate = tag === 'code' || tag === 'pre' ? 'no' : undefined
      return createElement(tag, { key, id, translate }, ...of.map(shown))
    }
  }
}

function DocumentTable({ titles, rows }: { titles: string[]; rows: Piece[][][] }) {
  const columns = titles.map((title, column) => ({
    title: title.replaceAll('`', ''),
    cell: (row: Piece[][]) => row[column]?.map(shown),
  }))
  return (
    <Table label={titles.join(', ')} columns={columns} rows={rows} keyOf={(row) => JSON.stringify(row)} />
  )
}

/** A link to what the console does not show, such as a decision, is its words alone. */
function DocumentLink({ href, of }: { href: string; of: Piece[] }) {
  const words = <Pieces of={of} />
  if (/^https?:|^#/.test(href)) return <a href={href}>{words}</a>
  const [, name = '', hash = ''] = /^([\w-]+)\.md(#.*)?$/.exec(href) ?? []
  return isDocument(name) ? <Link to={`/docs/${name}${hash}`}>{words}</Link> : words
}
