import { use } from 'react'
import styles from './DocsPage.module.css'
import { documentOf, type DocumentName } from './documents.ts'
import { Pieces } from './Pieces.tsx'
import type { Element, Piece } from './piece.ts'
import { useWords } from './use-words.ts'

/** A document, which is in English, under what its parts are called. */
export function DocumentText({ name }: { name: DocumentName }) {
  const { onThisPage } = useWords()
  const [title, ...rest] = use(documentOf(name))
  const parts = rest.flatMap((piece) => (isPart(piece) ? piece : []))
  return (
    <article lang="en" className={styles.text}>
      <Pieces of={title === undefined ? [] : [title]} />
      {parts.length > 2 && (
        <nav aria-label={onThisPage} className={styles.parts}>
          <ul>
            {parts.map(({ id, of }) => (
              <li key={id}>
                <a href={`#${id}`}>
                  <Pieces of={of} />
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Pieces of={rest} />
    </article>
  )
}

const isPart = (piece: Piece): piece is Element => typeof piece !== 'string' && piece.tag === 'h2'
