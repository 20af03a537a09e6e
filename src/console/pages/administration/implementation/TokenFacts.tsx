import { useFormats } from '../../../messages/MessagesProvider.tsx'
import type { TokenState } from './token-state.ts'
import styles from './TokenFacts.module.css'
import { useWords } from './use-words.ts'

/** What may be known of the token without seeing it. */
export function TokenFacts({ state }: { state: Exclude<TokenState, { kind: 'none' }> }) {
  const words = useWords()
  const { duration, instant } = useFormats()
  const { token, secondsLeft } = state
  return (
    <dl className={styles.facts}>
      <div data-state={state.kind}>
        <dt>{words.expiresIn}</dt>
        <dd className={styles.expires}>{state.kind === 'expired' ? words.expired : duration(secondsLeft)}</dd>
      </div>
      <div>
        <dt>{words.created}</dt>
        <dd>{words.createdBy(instant(token.createdAt), token.createdBy)}</dd>
      </div>
      <div>
        <dt>{words.lastUsed}</dt>
        <dd>{token.lastUsedAt === null ? words.notUsedYet : instant(token.lastUsedAt)}</dd>
      </div>
    </dl>
  )
}
