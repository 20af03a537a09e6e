import type { PageProps } from '../../page-props.ts'
import styles from '../../failures/PageFailure.module.css'
import { useReturnFocus } from '../../return-focus.ts'
import { Link } from '../../shell/Link.tsx'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWords } from './use-words.ts'

export default function NotFoundPage({ home }: PageProps) {
  const notFound = useWords()
  usePageTitle(notFound.title)
  useReturnFocus(true)
  return (
    <div className={styles.failure}>
      <h1>{notFound.title}</h1>
      <p>{notFound.advice}</p>
      <Link to={home}>{notFound.toImplementation}</Link>
    </div>
  )
}
