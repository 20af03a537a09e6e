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
  onConfirm: () => void
  /** Called on Cancel, Escape and after confirming. */
  onClose: () => void
}

/** Asks before something is lost. Mounted is open; the confirming button has the focus, which returns where it came from. */
export function ConfirmDialog({ title, children, confirm, cancel, onConfirm, onClose }: Props) {
  const id = useId()
  const dialogRef = useRef<HTMLDialogElement>(null)
  const confirmRef = useRef<HTMLButtonElement>(null)

  useLayoutEffect(() => {
    const dialog = dialogRef.current
    dialog?.showModal()
    confirmRef.current?.focus()
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
        <Button onClick={onClose}>{cancel}</Button>
        <Button
          ref={confirmRef}
          variant="primary"
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
