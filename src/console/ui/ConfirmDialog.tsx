import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './ConfirmDialog.module.css'

type Props = {
  title: string
  /** What will happen. */
  children: ReactNode
  /** The verb on the button that does it. */
  confirm: string
  cancel: string
  /** Whether confirming breaks something that works or lets someone in: it then looks so, and Cancel has the focus. */
  isDangerous?: boolean
  onConfirm: () => void
  /** Called on Cancel, Escape and after confirming. */
  onClose: () => void
}

/** Asks before something happens. Mounted is open; the button that does no harm has the focus, which returns where it came from. */
export function ConfirmDialog(props: Props) {
  const { title, children, confirm, cancel, isDangerous = false, onConfirm, onClose } = props
  const id = useId()
  const dialogRef = useRef<HTMLDialogElement>(null)
  const focusRef = useRef<HTMLButtonElement>(null)

  useLayoutEffect(() => {
    const dialog = dialogRef.current
    dialog?.showModal()
    focusRef.current?.focus()
    return () => dialog?.close()
  }, [])

  return (
    <dialog
      ref={dialogRef}
      className={styles.dialog}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClose={(event) => {
        if (!event.currentTarget.open) onClose()
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <div id={`${id}-text`} className={styles.text}>
        {children}
      </div>
      <div className={styles.buttons}>
        <Button ref={isDangerous ? focusRef : undefined} onClick={onClose}>
          {cancel}
        </Button>
        <Button
          ref={isDangerous ? undefined : focusRef}
          variant={isDangerous ? 'danger' : 'primary'}
          icon={isDangerous ? 'alert' : undefined}
          onClick={() => {
            onClose()
            onConfirm()
          }}
        >
          {confirm}
        </Button>
      </div>
    </dialog>
  )
}
