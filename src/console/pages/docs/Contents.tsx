import { Link } from '../../shell/Link.tsx'
import styles from './DocsPage.module.css'
import { listed } from './listed.ts'
import { useWords } from './use-words.ts'

/** What the documentation has, and for whom. */
export function Contents() {
  const { title, advice, names, about } = useWords()
  return (
    <>
      <header className={styles.head}>
        <h1>{title}</h1>
        <p>{advice}</p>
      </header>
      <ul className={styles.contents}>
        {listed.map((name) => (
          <li key={name}>
            <Link to={`/docs/${name}`}>{names[name]}</Link>
            <p>{about[name]}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
