import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { useServiceNow } from '../../../messages/service-clock.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { useRequest } from '../../../request-context.ts'
import { implementationQuery } from './queries.ts'
import type { TokenState } from './token-state.ts'
import styles from './TokenFacts.module.css'
import { useWords } from './use-words.ts'

/**
 * What may be known of the token without seeing it. While the page may be out of date it says when the token expires, but
 * not how long that still is: the clock that it is counted by may have stood while the machine slept.
 */
export function TokenFacts({ state }: { state: Exclude<TokenState, { kind: 'none' }> }) {
  const words = useWords()
  const { ago, duration, instant } = useFormats()
  const now = useServiceNow()
  const { kind, token, secondsLeft } = state
  const { lastUsedAt } = token
  const { isError } = useQuery({ ...implementationQuery(useRequest()), enabled: false })
  const written = (at: string) => <time dateTime={at}>{instant(at)}</time>
  return (
    <Facts>
      <div className={styles.end} data-state={kind}>
        <dt>{kind === 'expired' ? words.expired : words.expiresIn}</dt>
        {kind !== 'expired' && !isError && <dd className={styles.expires}>{duration(secondsLeft)}</dd>}
        <dd className={kind === 'expired' || isError ? styles.expires : styles.more}>
          {written(token.expiresAt)}
        </dd>
      </div>
      <div>
        <dt>{words.created}</dt>
        <dd>{written(token.createdAt)}</dd>
        <dd className={styles.more}>{words.createdBy(token.createdBy)}</dd>
      </div>
      <div>
        <dt>{words.lastUsed}</dt>
        <dd>{lastUsedAt === null ? words.notUsedYet : written(lastUsedAt)}</dd>
        {lastUsedAt !== null && <dd className={styles.more}>{ago(lastUsedAt, now)}</dd>}
      </div>
    </Facts>
  )
}
