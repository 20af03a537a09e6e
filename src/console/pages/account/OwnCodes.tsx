import { useFormats } from '../../messages/MessagesProvider.tsx'
import { RecoveryCodes } from '../../passkeys/RecoveryCodes.tsx'
import { useWords as usePasskeyWords } from '../../passkeys/use-words.ts'
import { ShownOnce } from '../../shown-once/ShownOnce.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './AccountPage.module.css'
import { handFocusOn } from './PasskeysTable.tsx'
import { useWords } from './use-words.ts'

type Props = {
  left: number
  /** Those that were made a moment ago, which are shown this once; null: none. */
  shown: readonly string[] | null
  onMake: () => void
  onKept: () => void
}

/** How many recovery codes one has left, and new ones. */
export function OwnCodes({ left, shown, onMake, onKept }: Props) {
  const words = useWords()
  const passkeyWords = usePasskeyWords()
  const { number } = useFormats()
  if (shown) {
    return (
      <div key="shown" className={styles.codes}>
        <h3>{passkeyWords.codesTitle}</h3>
        <p>{passkeyWords.codesAdvice}</p>
        <ShownOnce isShown>
          <RecoveryCodes codes={shown} />
        </ShownOnce>
        <div>
          <Button variant="primary" onClick={onKept}>
            {words.codesKept}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className={styles.codes} ref={handFocusOn}>
      <h3>{words.codes}</h3>
      <p>{words.codesLeft(number(left))}</p>
      <div>
        <Button onClick={onMake}>{words.makeCodes}</Button>
      </div>
    </div>
  )
}
