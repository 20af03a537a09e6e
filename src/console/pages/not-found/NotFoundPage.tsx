import { useQuery } from '@tanstack/react-query'
import type { PageProps } from '../../page-props.ts'
import { useRequest } from '../../request-context.ts'
import { useReturnFocus } from '../../return-focus.ts'
import { sessionQuery, signedOutKind } from '../../session.ts'
import { Link } from '../../shell/Link.tsx'
import { usePageTitle } from '../../shell/use-page-title.ts'
import styles from './NotFoundPage.module.css'
import { useWords } from './use-words.ts'

/** Says nothing before it is known who asks: someone who is not signed in is led to sign-in first. */
export default function NotFoundPage({ home }: PageProps) {
  const notFound = useWords()
  const { data: state } = useQuery({
    ...sessionQuery(useRequest()),
    throwOnError: (error, query) => query.state.data?.kind !== 'signed-in' && !signedOutKind(error),
  })
  const isSignedIn = state?.kind === 'signed-in'
  usePageTitle(notFound.title)
  useReturnFocus(isSignedIn)
  if (!isSignedIn) return null
  return (
    <div className={styles.page}>
      <h1>{notFound.title}</h1>
      <p>{notFound.advice}</p>
      <Link to={home}>{notFound.toImplementation}</Link>
    </div>
  )
}
