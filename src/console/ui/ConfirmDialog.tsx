import { useId, useRef, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

type Props = {
  title: string
  /** What will happen. */
  children: ReactNode
  /** What is to be chosen, and the facts to choose by; left out where there is nothing but yes and no. */
  choices?: ReactNode
  /** The verb on the button that does it. */
  confirm: string
  cancel: string
  /** Whether confirming breaks something that works or lets someone in: it then looks so, and Cancel has the focus first. */
  isDangerous?: boolean
  /** Called before it closes. @returns false to stay open, where a choice does not do */
  onConfirm: () => void | false
  /** Called on Cancel, Escape and after confirming. */
  onClose: () => void
}

/** Asks before something happens. Mounted is open; the button that does no harm has the focus, which returns where it came from. */
export function ConfirmDialog(props: Props) {
  const { title, children, choices, confirm, cancel, isDangerous = false, onConfirm, onClose } = props
  const id = useId()
  const focusRef = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      id={id}
      title={title}
      role="alertdialog"
      size={choices === undefined ? 'medium' : 'wide'}
      describedBy={`${id}-text`}
      focusRef={focusRef}
      onClose={onClose}
      buttons={
        <>
          <Button ref={isDangerous ? focusRef : undefined} onClick={onClose}>
            {cancel}
          </Button>
          <Button
            ref={isDangerous ? undefined : focusRef}
            variant={isDangerous ? 'danger' : 'primary'}
            icon={isDangerous ? 'alert' : undefined}
            onClick={() => {
              if (onConfirm() !== false) onClose()
            }}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <div id={`${id}-text`}>{children}</div>
      {choices}
    </Dialog>
  )
}
