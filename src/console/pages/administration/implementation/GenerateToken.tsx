import { useId, useState } from 'react'
import type { TokenSummary } from '#contract/profile-auth.ts'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { useFormats, useMessages } from '../../../messages/MessagesProvider.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import type { TokenState } from './token-state.ts'
import styles from './GenerateToken.module.css'

type Props = {
  state: TokenState
  /** Why no token can be generated; undefined when one can. */
  disabledReason: string | undefined
  isPending: boolean
  error: unknown
  /** @param replaces id of the token that is given up, null for none */
  onGenerate: (replaces: string | null) => void
}

/** Generates a token; over one that works it asks first, because calls with that one will fail. */
export function GenerateToken({ state, disabledReason, isPending, error, onGenerate }: Props) {
  const { implementation: words } = useMessages()
  const reasonId = useId()
  const [givenUp, setGivenUp] = useState<TokenSummary | null>(null)
  const isUsable = state.kind === 'live' || state.kind === 'expiring'

  return (
    <div className={styles.generate}>
      <Button
        variant={isUsable ? 'secondary' : 'primary'}
        icon="key"
        isPending={isPending}
        isDisabled={disabledReason !== undefined}
        aria-describedby={disabledReason === undefined ? undefined : reasonId}
        onClick={() =>
          isUsable ? setGivenUp(state.token) : onGenerate(state.kind === 'none' ? null : state.token.id)
        }
      >
        {words.generate}
      </Button>
      {disabledReason !== undefined && <p id={reasonId}>{disabledReason}</p>}
      <InlineFailure error={error} />
      {givenUp && (
        <Question token={givenUp} onConfirm={() => onGenerate(givenUp.id)} onClose={() => setGivenUp(null)} />
      )}
    </div>
  )
}

function Question({ token, ...rest }: { token: TokenSummary; onConfirm: () => void; onClose: () => void }) {
  const { implementation: words } = useMessages()
  const { instant } = useFormats()
  return (
    <ConfirmDialog
      title={words.generateTitle}
      confirm={words.generateConfirm}
      cancel={words.cancel}
      {...rest}
    >
      <p>{words.generateAdvice}</p>
      <p>
        {token.lastUsedAt === null ? words.currentNotUsed : words.currentLastUsed(instant(token.lastUsedAt))}
      </p>
    </ConfirmDialog>
  )
}
