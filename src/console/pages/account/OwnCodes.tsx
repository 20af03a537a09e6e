import { useState } from 'react'
import { useFormats } from '../../messages/MessagesProvider.tsx'
import { PasskeyFailure } from '../../passkeys/PasskeyFailure.tsx'
import { RecoveryCodes } from '../../passkeys/RecoveryCodes.tsx'
import { useWords as usePasskeyWords } from '../../passkeys/use-words.ts'
import { useRequest } from '../../request-context.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useAct } from '../../use-act.ts'
import styles from './AccountPage.module.css'
import { makeRecoveryCodesMutation } from './queries.ts'
import { useWords } from './use-words.ts'

type Props = {
  left: number
  /** Those that were made a moment ago, which are shown this once; null: none. */
  shown: readonly string[] | null
  onMade: (codes: readonly string[]) => void
  onKept: () => void
}

/** How many recovery codes one has left, and new ones. */
export function OwnCodes({ left, shown, onMade, onKept }: Props) {
  const words = useWords()
  const passkeyWords = usePasskeyWords()
  const { number } = useFormats()
  const [isAsking, setAsking] = useState(false)
  const making = useAct(makeRecoveryCodesMutation(useRequest()))
  if (shown) {
    return (
      <div className={styles.codes}>
        <h3>{passkeyWords.codesTitle}</h3>
        <p>{passkeyWords.codesAdvice}</p>
        <RecoveryCodes codes={shown} />
        <div>
          <Button variant="primary" onClick={onKept}>
            {words.codesKept}
          </Button>
        </div>
      </div>
    )
  }
  const make = () =>
    making.mutate(undefined, {
      onSuccess: ({ recoveryCodes }) => {
        making.reset()
        onMade(recoveryCodes)
      },
    })
  return (
    <div className={styles.codes}>
      <h3>{words.codes}</h3>
      <p>{words.codesLeft(number(left))}</p>
      <PasskeyFailure error={making.error} />
      <div>
        <Button isPending={making.isPending} onClick={() => setAsking(true)}>
          {words.makeCodes}
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={words.makeCodesTitle}
          confirm={words.makeCodesConfirm}
          cancel={words.cancel}
          isDangerous={left > 0}
          onConfirm={make}
          onClose={() => setAsking(false)}
        >
          <p>{words.makeCodesAdvice}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
