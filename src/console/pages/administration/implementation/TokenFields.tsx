import type { Ref } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { CopyField } from '../../../ui/CopyField.tsx'
import { authorizationHeader } from './snippets.ts'
import type { SecretToken } from './use-secret-token.ts'
import { useWords } from './use-words.ts'

/** The token and the header made of it, masked until revealed; Copy works either way. */
export function TokenFields({
  secret,
  headerCopyRef,
}: {
  secret: SecretToken
  headerCopyRef: Ref<HTMLButtonElement>
}) {
  const words = useWords()
  return (
    <>
      <CopyField
        label={words.authenticationToken}
        {...secret.textOf((token) => token)}
        actions={
          <Button
            id="reveal-token"
            icon={secret.isShown ? 'eyeOff' : 'eye'}
            isPending={secret.view.isPending}
            onClick={secret.isShown ? secret.hide : secret.reveal}
          >
            {secret.isShown ? words.hide : words.reveal}
          </Button>
        }
      />
      <CopyField
        label={words.header}
        {...secret.textOf(authorizationHeader)}
        isPrimary
        hasShortcut
        copyRef={headerCopyRef}
      />
    </>
  )
}
