import { PasskeyFailure } from '../../passkeys/PasskeyFailure.tsx'
import { PasskeyNameForm } from '../../passkeys/PasskeyNameForm.tsx'
import { useRequest } from '../../request-context.ts'
import { Button } from '../../ui/Button.tsx'
import { useAct } from '../../use-act.ts'
import styles from './AccountPage.module.css'
import { addPasskeyMutation } from './queries.ts'
import { useWords } from './use-words.ts'

type Props = {
  /** @param codes the recovery codes that came with a first passkey; null with any other */
  onAdded: (codes: readonly string[] | null) => void
  onCancel: () => void
}

/** Names a new passkey, and has the browser make it. */
export function AddPasskey({ onAdded, onCancel }: Props) {
  const words = useWords()
  const adding = useAct(addPasskeyMutation(useRequest()))
  const add = (name: string) =>
    // Also once this was cancelled, for the passkey may have been made all the same and its codes are shown once.
    adding.mutateAsync(name).then(
      ({ recoveryCodes }) => onAdded(recoveryCodes),
      () => {},
    )
  return (
    <>
      <PasskeyNameForm className={styles.form} isPending={adding.isPending} onSubmit={add}>
        <PasskeyFailure error={adding.error} />
      </PasskeyNameForm>
      <div>
        <Button variant="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </>
  )
}
