import { useId, useRef, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { useCloseWhenDone } from './use-close-when-done.ts'

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
  /** @returns what it stays open for until that is kept; false where a choice does not do */
  onConfirm: () => Promise<unknown> | false
  /** Why what was asked for was not done, where it stays open for that. */
  failure?: ReactNode
  /** As of `Dialog`. */
  returnFocusTo?: readonly string[] | undefined
  /** Called on Cancel, Escape and once it is done. */
  onClose: () => void
}

/** Asks before something happens. Mounted is open; the button that does no harm has the focus, which returns where it came from. */
export function ConfirmDialog(props: Props) {
  const { title, children, choices, confirm, cancel, isDangerous = false, failure } = props
  const { returnFocusTo, onConfirm, onClose } = props
  const id = useId()
  const focusRef = useRef<HTMLButtonElement>(null)
  const { isPending, closeWhenDone } = useCloseWhenDone(onClose)
  return (
    <Dialog
      id={id}
      title={title}
      role="alertdialog"
      size={choices === undefined ? 'medium' : 'wide'}
      describedBy={`${id}-text`}
      focusRef={focusRef}
      returnFocusTo={returnFocusTo}
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
            isPending={isPending}
            onClick={() => {
              const done = onConfirm()
              if (done !== false) closeWhenDone(done)
            }}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <div id={`${id}-text`}>{children}</div>
      {choices}
      {failure}
    </Dialog>
  )
}
