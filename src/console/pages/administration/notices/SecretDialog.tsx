import { useId, useRef } from 'react'
import { leave } from '../../../shown-once/leave.ts'
import { ShownOnce } from '../../../shown-once/ShownOnce.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CopyField } from '../../../ui/CopyField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useWords } from './use-words.ts'

type Props = { name: string; secret: string; onClose: () => void }

/** Shows the secret of a webhook, which is shown once. */
export function SecretDialog({ name, secret, onClose }: Props) {
  const words = useWords()
  const id = useId()
  const copyRef = useRef<HTMLButtonElement>(null)
  return (
    <ShownOnce isShown>
      <Dialog
        id={id}
        title={words.secretOf(name)}
        size="wide"
        describedBy={`${id}-text`}
        focusRef={copyRef}
        onClose={() => leave(onClose)}
        buttons={<Button onClick={onClose}>{words.done}</Button>}
      >
        <div id={`${id}-text`}>
          <p>{words.secretShownOnce}</p>
          <p>{words.howToVerify}</p>
        </div>
        <CopyField label={words.secret} value={secret} subject={secret} copyRef={copyRef} />
      </Dialog>
    </ShownOnce>
  )
}
