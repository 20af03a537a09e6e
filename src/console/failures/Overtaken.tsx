import { type ReactNode, useId, useRef } from 'react'
import type { First } from '#contract/errors.ts'
import { useFormats, useMessages } from '../messages/MessagesProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { firstText } from './failure-text.ts'
import type { Fate } from './use-overtaken.ts'

type Props = {
  /** Of the question. */
  title: string
  close: string
  /** What became of what it asks about. */
  fate?: Fate
  /** Who changed that; left out where nobody did, such as when a token expired, or where it is not known. */
  first?: First | undefined
  /** What to say instead, where it was one's own act of which no answer came. */
  children?: ReactNode
  /** As of `Dialog`. */
  returnFocusTo?: readonly string[] | undefined
  onClose: () => void
}

/** Takes the place of a question that does not fit any more, and says why; the answer to it cannot be given by mistake. */
export function Overtaken({
  title,
  close,
  fate = 'changed',
  first,
  children,
  returnFocusTo,
  onClose,
}: Props) {
  const { failures } = useMessages()
  const { instant } = useFormats()
  const id = useId()
  const closeRef = useRef<HTMLButtonElement>(null)
  const why = first
    ? firstText(first, failures, instant)
    : failures.refusals[fate === 'gone' ? 'notFound' : 'changed']
  return (
    <Dialog
      id={id}
      title={title}
      role="alertdialog"
      describedBy={`${id}-why`}
      focusRef={closeRef}
      returnFocusTo={returnFocusTo}
      onClose={onClose}
      buttons={
        <Button ref={closeRef} onClick={onClose}>
          {close}
        </Button>
      }
    >
      <div id={`${id}-why`}>{children || <p>{why}</p>}</div>
    </Dialog>
  )
}
