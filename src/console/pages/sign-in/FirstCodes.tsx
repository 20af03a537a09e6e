import { useEffect, useRef, useState } from 'react'
import { RecoveryCodes } from '../../passkeys/RecoveryCodes.tsx'
import { useWords as usePasskeyWords } from '../../passkeys/use-words.ts'
import { ShownOnce } from '../../shown-once/ShownOnce.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import styles from './SignInPage.module.css'
import { useWords } from './use-words.ts'

/** The recovery codes that came with a first passkey, until they are kept. */
export function FirstCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const words = useWords()
  const passkeyWords = usePasskeyWords()
  const [areKept, setKept] = useState(false)
  const keptRef = useRef<HTMLButtonElement>(null)
  // What had the focus is gone.
  useEffect(() => keptRef.current?.focus(), [])
  const keep = () => {
    setKept(true)
    onKept()
  }
  return (
    <Card heading="h1" title={passkeyWords.codesTitle} advice={passkeyWords.codesAdvice}>
      <ShownOnce isShown={!areKept}>
        <RecoveryCodes codes={codes} />
      </ShownOnce>
      <div className={styles.form}>
        <Button ref={keptRef} variant="primary" onClick={keep}>
          {words.goOn}
        </Button>
      </div>
    </Card>
  )
}
