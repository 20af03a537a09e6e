import { pages } from '#contract/paths.ts'
import { useMessages } from '../../messages/MessagesProvider.tsx'
import { useReturnFocus } from '../../return-focus.ts'
import { Link } from '../../shell/Link.tsx'
import { usePageTitle } from '../../shell/use-page-title.ts'
import styles from './NotFoundPage.module.css'

export default function NotFoundPage() {
  const { notFound } = useMessages()
  usePageTitle(notFound.title)
  useReturnFocus(true)
  return (
    <div className={styles.page}>
      <h1>{notFound.title}</h1>
      <p>{notFound.advice}</p>
      <Link to={pages.implementation}>{notFound.toImplementation}</Link>
    </div>
  )
}
