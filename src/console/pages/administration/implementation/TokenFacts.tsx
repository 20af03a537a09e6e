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
        <dt>{words.expiresIn}</dt>
        <dd className={styles.expires}>{kind === 'expired' ? words.expired : duration(secondsLeft)}</dd>
        <dd>{instantInZone(token.expiresAt)}</dd>
      </div>
      <div>
        <dt>{words.created}</dt>
        <dd>{instant(token.createdAt)}</dd>
        <dd>{words.createdBy(token.createdBy)}</dd>
      </div>
      <div>
        <dt>{words.lastUsed}</dt>
        <dd>{token.lastUsedAt === null ? words.notUsedYet : <Moment at={token.lastUsedAt} />}</dd>
      </div>
    </dl>
  )
}
