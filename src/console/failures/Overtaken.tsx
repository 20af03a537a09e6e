import { useId, useRef } from 'react'
import type { First } from '#contract/errors.ts'
import { useFormats, useMessages } from '../messages/MessagesProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { firstText } from './failure-text.ts'

type Props = {
  /** Of the question. */
  title: string
  close: string
  /** Who changed what it asks about; left out where nobody did, such as when a token expired. */
  first?: First | undefined
  onClose: () => void
}

/** Takes the place of a question that does not fit any more, and says why; the answer to it cannot be given by mistake. */
export function Overtaken({ title, close, first, onClose }: Props) {
  const { failures } = useMessages()
  const { instant } = useFormats()
  const id = useId()
  const closeRef = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      id={id}
      title={title}
      role="alertdialog"
      describedBy={`${id}-why`}
      focusRef={closeRef}
      onClose={onClose}
      buttons={
        <Button ref={closeRef} onClick={onClose}>
          {close}
        </Button>
      }
    >
      <p id={`${id}-why`}>
        {first === undefined ? failures.refusals.changed : firstText(first, failures, instant)}
      </p>
    </Dialog>
  )
}
