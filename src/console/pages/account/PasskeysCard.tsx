import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Passkey, PasskeyList } from '#contract/passkeys.ts'
import { hasPasskeys } from '../../passkeys/authenticator.ts'
import { PasskeyFailure } from '../../passkeys/PasskeyFailure.tsx'
import { useWords as usePasskeyWords } from '../../passkeys/use-words.ts'
import { useRequest } from '../../request-context.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useAct } from '../../use-act.ts'
import styles from './AccountPage.module.css'
import { AddPasskey } from './AddPasskey.tsx'
import { OwnCodes } from './OwnCodes.tsx'
import { PasskeysTable } from './PasskeysTable.tsx'
import { passkeysQuery, removePasskeyMutation } from './queries.ts'
import { RenamePasskey } from './RenamePasskey.tsx'
import { useWords } from './use-words.ts'

type Props = { say: (words: string) => void }

/** What is open: a form or a question. */
type Open = { kind: 'adding' } | { kind: 'renaming' | 'removing'; passkey: Passkey }

/** Id of what has the focus when the button that was pressed has gone. */
const CARD = 'own-passkeys'

/** One's passkeys, and the recovery codes that stand in for them. */
export function PasskeysCard({ say }: Props) {
  const words = useWords()
  const { data } = useQuery(passkeysQuery(useRequest()))
  if (data) return <OwnPasskeys own={data} say={say} />
  return (
    <Card title={words.passkeys}>
      <Skeleton lines={4} />
    </Card>
  )
}

function OwnPasskeys({ own: { passkeys, recoveryCodesLeft }, say }: Props & { own: PasskeyList }) {
  const words = useWords()
  const passkeyWords = usePasskeyWords()
  const [open, setOpen] = useState<Open | null>(null)
  /** Shown this once: whatever else is done, they stay until they are kept. */
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const removing = useAct(removePasskeyMutation(useRequest()))
  /** For where the button that was pressed goes with what it was in. */
  const close = () => {
    setOpen(null)
    document.getElementById(CARD)?.focus()
  }
  const remove = ({ id }: Passkey) =>
    removing.mutate(id, {
      onSuccess: () => {
        say(words.passkeyRemoved)
        close()
      },
    })

  return (
    <Card
      title={words.passkeys}
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
      <div id={CARD} tabIndex={-1} className={styles.parts}>
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
        <PasskeyFailure error={removing.error} />
        {passkeys.length === 0 ? (
          <p>{words.noPasskeys}</p>
        ) : (
          <PasskeysTable
            passkeys={passkeys}
            onRename={(passkey) => setOpen({ kind: 'renaming', passkey })}
            onRemove={(passkey) => setOpen({ kind: 'removing', passkey })}
          />
        )}
        {(passkeys.length > 0 || codes) && (
          <OwnCodes
            left={recoveryCodesLeft}
            shown={codes}
            onMade={(made) => {
              setCodes(made)
              close()
            }}
            onKept={() => {
              setCodes(null)
              close()
            }}
          />
        )}
      </div>
      {open?.kind === 'renaming' && <RenamePasskey passkey={open.passkey} onClose={() => setOpen(null)} />}
      {open?.kind === 'removing' && (
        <ConfirmDialog
          title={words.removeTitle(open.passkey.name)}
          confirm={words.removeConfirm}
          cancel={words.cancel}
          isDangerous
          onConfirm={() => remove(open.passkey)}
          onClose={() => setOpen(null)}
        >
          <p>{words.removeAdvice}</p>
          {passkeys.length === 1 && <p>{words.removeLastAdvice}</p>}
        </ConfirmDialog>
      )}
    </Card>
  )
}
