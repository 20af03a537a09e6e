import { useState } from 'react'
import type { Passkey, PasskeyList } from '#contract/passkeys.ts'
import { Question } from '../../failures/Question.tsx'
import { hasPasskeys } from '../../passkeys/authenticator.ts'
import { PasskeyFailure } from '../../passkeys/PasskeyFailure.tsx'
import { useWords as usePasskeyWords } from '../../passkeys/use-words.ts'
import { useRequest } from '../../request-context.ts'
import { Button } from '../../ui/Button.tsx'
import { Help } from '../../shell/Help.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TimeZone } from '../../ui/TimeZone.tsx'
import styles from './AccountPage.module.css'
import { AddPasskey } from './AddPasskey.tsx'
import { OwnCodes } from './OwnCodes.tsx'
import { OWN_PASSKEYS, PasskeysTable } from './PasskeysTable.tsx'
import { makeRecoveryCodesMutation, removePasskeyMutation } from './queries.ts'
import { RenamePasskey } from './RenamePasskey.tsx'
import { useWords } from './use-words.ts'

type Props = { own: PasskeyList; say: (words: string) => void }

/** What is open: a form or a question. */
type Open = { kind: 'adding' | 'making-codes' } | { kind: 'renaming' | 'removing'; passkey: Passkey }

const RETURN_TO = [OWN_PASSKEYS]

/** One's passkeys, and the recovery codes that stand in for them. */
export function PasskeysCard({ own: { passkeys, recoveryCodesLeft }, say }: Props) {
  const words = useWords()
  const passkeyWords = usePasskeyWords()
  const [open, setOpen] = useState<Open | null>(null)
  /** Shown this once: whatever else is done, they stay until they are kept. */
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const request = useRequest()
  /** For where the button that was pressed goes with what it was in. */
  const close = () => {
    setOpen(null)
    document.getElementById(OWN_PASSKEYS)?.focus()
  }
  const fateOf = ({ id, name }: Passkey) => {
    const now = passkeys.find((one) => one.id === id)
    if (now === undefined) return 'gone'
    return now.name === name ? null : 'changed'
  }
  const question = {
    cancel: words.cancel,
    close: words.close,
    Failure: PasskeyFailure,
    returnFocusTo: RETURN_TO,
    onClose: () => setOpen(null),
  }

  return (
    <Card
      title={words.passkeys}
      help={<Help to="console#your-passkeys" about={words.passkeys} />}
      advice={words.passkeysAdvice}
      actions={
        hasPasskeys() &&
        open?.kind !== 'adding' && (
          <Button icon="add" onClick={() => setOpen({ kind: 'adding' })}>
            {words.addPasskey}
          </Button>
        )
      }
    >
      <div id={OWN_PASSKEYS} tabIndex={-1} className={styles.parts}>
        {!hasPasskeys() && <Notice tone="info" title={passkeyWords.notHere} />}
        {open?.kind === 'adding' && (
          <AddPasskey
            onAdded={(recoveryCodes) => {
              say(words.passkeyAdded)
              if (recoveryCodes) setCodes(recoveryCodes)
              close()
            }}
            onCancel={close}
          />
        )}
        {passkeys.length === 0 ? (
          <p>{words.noPasskeys}</p>
        ) : (
          <>
            <PasskeysTable
              passkeys={passkeys}
              onRename={(passkey) => setOpen({ kind: 'renaming', passkey })}
              onRemove={(passkey) => setOpen({ kind: 'removing', passkey })}
            />
            <TimeZone />
          </>
        )}
        {(passkeys.length > 0 || codes) && (
          <OwnCodes
            left={recoveryCodesLeft}
            shown={codes}
            onMake={() => setOpen({ kind: 'making-codes' })}
            onKept={() => {
              setCodes(null)
              close()
            }}
          />
        )}
      </div>
      {open?.kind === 'renaming' && (
        <RenamePasskey passkey={open.passkey} fate={fateOf(open.passkey)} onClose={question.onClose} />
      )}
      {open?.kind === 'removing' && (
        <Question
          {...question}
          title={words.removeTitle(open.passkey.name)}
          confirm={words.removeConfirm}
          isDangerous
          mutation={removePasskeyMutation(request)}
          input={open.passkey.id}
          fate={fateOf(open.passkey)}
          onDone={() => say(words.passkeyRemoved)}
        >
          <p>{words.removeAdvice}</p>
          {passkeys.length === 1 && <p>{words.removeLastAdvice}</p>}
        </Question>
      )}
      {open?.kind === 'making-codes' && (
        <Question
          {...question}
          title={words.makeCodesTitle}
          confirm={words.makeCodesConfirm}
          isDangerous={recoveryCodesLeft > 0}
          mutation={makeRecoveryCodesMutation(request)}
          input={undefined}
          fate={passkeys.length === 0 ? 'changed' : null}
          onDone={(made) => setCodes(made.recoveryCodes)}
        >
          <p>{words.makeCodesAdvice}</p>
        </Question>
      )}
    </Card>
  )
}
