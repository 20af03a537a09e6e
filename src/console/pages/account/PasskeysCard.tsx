import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Passkey } from '#contract/passkeys.ts'
import { useFormats } from '../../messages/MessagesProvider.tsx'
import { hasPasskeys } from '../../passkeys/authenticator.ts'
import { PasskeyFailure } from '../../passkeys/PasskeyFailure.tsx'
import { PasskeyNameForm } from '../../passkeys/PasskeyNameForm.tsx'
import { RecoveryCodes } from '../../passkeys/RecoveryCodes.tsx'
import { useWords as usePasskeyWords } from '../../passkeys/use-words.ts'
import { useRequest } from '../../request-context.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './AccountPage.module.css'
import { PasskeysTable } from './PasskeysTable.tsx'
import {
  addPasskeyMutation,
  makeRecoveryCodesMutation,
  passkeysQuery,
  removePasskeyMutation,
} from './queries.ts'
import { RenamePasskey } from './RenamePasskey.tsx'
import { useWords } from './use-words.ts'

type Props = { say: (words: string) => void }

/** What is open: a form, a question, or codes that are shown this once. */
type Open =
  | { kind: 'adding' }
  | { kind: 'renaming'; passkey: Passkey }
  | { kind: 'removing'; passkey: Passkey }
  | { kind: 'new-codes' }
  | { kind: 'codes'; codes: readonly string[] }

/** Id of what has the focus when the button that was pressed has gone. */
const CARD = 'own-passkeys'

/** One's passkeys, and the recovery codes that stand in for them. */
export function PasskeysCard({ say }: Props) {
  const words = useWords()
  const passkeyWords = usePasskeyWords()
  const request = useRequest()
  const { number } = useFormats()
  const { data } = useQuery(passkeysQuery(request))
  const [open, setOpen] = useState<Open | null>(null)
  const adding = useMutation(addPasskeyMutation(request))
  const removing = useMutation(removePasskeyMutation(request))
  const makingCodes = useMutation(makeRecoveryCodesMutation(request))
  const focusCard = () => document.getElementById(CARD)?.focus()

  const add = (name: string) =>
    adding.mutate(name, {
      onSuccess: ({ recoveryCodes }) => {
        setOpen(recoveryCodes && { kind: 'codes', codes: recoveryCodes })
        say(words.passkeyAdded)
        focusCard()
      },
    })
  const remove = ({ id }: Passkey) =>
    removing.mutate(id, {
      onSuccess: () => {
        say(words.passkeyRemoved)
        focusCard()
      },
    })
  const makeCodes = () =>
    makingCodes.mutate(undefined, {
      onSuccess: ({ recoveryCodes }) => {
        setOpen({ kind: 'codes', codes: recoveryCodes })
        focusCard()
      },
    })

  if (!data) {
    return (
      <Card title={words.passkeys}>
        <Skeleton lines={4} />
      </Card>
    )
  }
  const { passkeys, recoveryCodesLeft } = data
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
          <>
            <PasskeyNameForm className={styles.form} isPending={adding.isPending} onSubmit={add}>
              <PasskeyFailure error={adding.error} />
            </PasskeyNameForm>
            <div>
              <Button
                variant="quiet"
                onClick={() => {
                  adding.reset()
                  setOpen(null)
                  focusCard()
                }}
              >
                {words.cancel}
              </Button>
            </div>
          </>
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
        {passkeys.length > 0 && open?.kind !== 'codes' && (
          <div className={styles.codes}>
            <h3>{words.codes}</h3>
            <p>{words.codesLeft(number(recoveryCodesLeft))}</p>
            <PasskeyFailure error={makingCodes.error} />
            <div>
              <Button isPending={makingCodes.isPending} onClick={() => setOpen({ kind: 'new-codes' })}>
                {words.makeCodes}
              </Button>
            </div>
          </div>
        )}
        {open?.kind === 'codes' && (
          <div className={styles.codes}>
            <h3>{passkeyWords.codesTitle}</h3>
            <p>{passkeyWords.codesAdvice}</p>
            <RecoveryCodes codes={open.codes} />
            <div>
              <Button
                variant="primary"
                onClick={() => {
                  adding.reset()
                  makingCodes.reset()
                  setOpen(null)
                  focusCard()
                }}
              >
                {words.codesKept}
              </Button>
            </div>
          </div>
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
      {open?.kind === 'new-codes' && (
        <ConfirmDialog
          title={words.makeCodesTitle}
          confirm={words.makeCodesConfirm}
          cancel={words.cancel}
          isDangerous={recoveryCodesLeft > 0}
          onConfirm={makeCodes}
          onClose={() => setOpen(null)}
        >
          <p>{words.makeCodesAdvice}</p>
        </ConfirmDialog>
      )}
    </Card>
  )
}
