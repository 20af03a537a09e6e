import type { PageProps } from '../../page-props.ts'
import { useReturnFocus } from '../../return-focus.ts'
import { Link } from '../../shell/Link.tsx'
import { usePageTitle } from '../../shell/use-page-title.ts'
import styles from './NotFoundPage.module.css'
import { useWords } from './use-words.ts'

export default function NotFoundPage({ home }: PageProps) {
  const notFound = useWords()
  usePageTitle(notFound.title)
  useReturnFocus(true)
  return (
    <div className={styles.page}>
      <h1>{notFound.title}</h1>
      <p>{notFound.advice}</p>
      <Link to={home}>{notFound.toImplementation}</Link>
    </div>
  )
}
