import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import type { TokenState } from './token-state.ts'
import styles from './TokenFacts.module.css'
import { useWords } from './use-words.ts'

/** What may be known of the token without seeing it. */
export function TokenFacts({ state }: { state: Exclude<TokenState, { kind: 'none' }> }) {
  const words = useWords()
  const { duration, instant, instantInZone } = useFormats()
  const { kind, token, secondsLeft } = state
  return (
    <dl className={styles.facts}>
      <div data-state={kind}>
        <dt>{kind === 'expired' ? words.expired : words.expiresIn}</dt>
        {kind !== 'expired' && <dd className={styles.expires}>{duration(secondsLeft)}</dd>}
        <dd className={kind === 'expired' ? styles.expires : undefined}>{instantInZone(token.expiresAt)}</dd>
      </div>
      <div>
        <dt>{words.created}</dt>
        <dd>
          <time dateTime={token.createdAt} title={instantInZone(token.createdAt)}>
            {instant(token.createdAt)}
          </time>
        </dd>
        <dd>{words.createdBy(token.createdBy)}</dd>
      </div>
      <div>
        <dt>{words.lastUsed}</dt>
        <dd>{token.lastUsedAt === null ? words.notUsedYet : <Moment at={token.lastUsedAt} />}</dd>
      </div>
    </dl>
  )
}
