import { useId, useState } from 'react'
import type { TokenSummary } from '#contract/profile-auth.ts'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import type { SeenBeforeGenerating } from './queries.ts'
import { isUsable, type TokenState } from './token-state.ts'
import styles from './GenerateToken.module.css'
import { useWords } from './use-words.ts'

/** Where the page's skip link leads. */
export const GENERATE_ID = 'generate-token'

type Props = {
  state: TokenState
  settingsEtag: string
  /** Why no token can be generated; undefined when one can. */
  disabledReason: string | undefined
  isPending: boolean
  error: unknown
  /** Whether `state` came after the error, and so tells what became of an act that may have happened all the same. */
  isKnownSince: boolean
  /** @param seen what was shown when the person was asked, or pressed the button */
  onGenerate: (seen: SeenBeforeGenerating) => void
}

/** Generates a token; over one that works it asks first, because calls with that one will fail. */
export function GenerateToken(props: Props) {
  const { state, settingsEtag, disabledReason, isPending, error, isKnownSince, onGenerate } = props
  const words = useWords()
  const { instant } = useFormats()
  const reasonId = useId()
  const [asked, setAsked] = useState<{ token: TokenSummary; settingsEtag: string } | null>(null)
  const asksFirst = isUsable(state)

  return (
    <div className={styles.generate}>
      <Button
        id={GENERATE_ID}
        variant={asksFirst ? 'secondary' : 'primary'}
        icon="key"
        isPending={isPending}
        isDisabled={disabledReason !== undefined}
        aria-describedby={disabledReason === undefined ? undefined : reasonId}
        onClick={() =>
          isUsable(state)
            ? setAsked({ token: state.token, settingsEtag })
            : onGenerate({ replaces: state.kind === 'none' ? null : state.token.id, settingsEtag })
        }
      >
        {words.generate}
      </Button>
      {disabledReason !== undefined && <p id={reasonId}>{disabledReason}</p>}
      <InlineFailure
        error={error}
        outcome={
          isKnownSince &&
          (state.kind === 'none'
            ? words.thereIsNoToken
            : words.currentToken(instant(state.token.createdAt), state.token.createdBy))
        }
      />
      {asked && (
        <Question
          token={asked.token}
          onConfirm={() => onGenerate({ replaces: asked.token.id, settingsEtag: asked.settingsEtag })}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}

function Question({ token, ...rest }: { token: TokenSummary; onConfirm: () => void; onClose: () => void }) {
  const words = useWords()
  const { instant } = useFormats()
  return (
    <ConfirmDialog
      title={words.generateTitle}
      confirm={words.generateConfirm}
      cancel={words.cancel}
      isDangerous
      {...rest}
    >
      <p>{words.generateAdvice}</p>
      <p>
        {token.lastUsedAt === null ? words.currentNotUsed : words.currentLastUsed(instant(token.lastUsedAt))}
      </p>
    </ConfirmDialog>
  )
}
