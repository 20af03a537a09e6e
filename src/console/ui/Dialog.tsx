import { useEffectEvent, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import styles from './Dialog.module.css'

type Props = {
  title: string
  /** `alertdialog` for one that asks. */
  role?: 'alertdialog'
  /** `wide` for one with choices or a list. */
  size?: 'medium' | 'wide'
  /** Whether it has much to read and nothing in it that takes the focus: then keys scroll it. */
  isLong?: boolean
  /** Id of what a screen reader says after the title. */
  describedBy?: string
  id: string
  /** What has the focus first. */
  focusRef: RefObject<HTMLElement | null>
  /** Ids: the first that is there gets the focus in the end, where that is gone from which it came; left out: the page's content. */
  returnFocusTo?: readonly string[] | undefined
  children: ReactNode
  /** Stay in sight however long the rest is. */
  buttons: ReactNode
  /** Called on Escape and whatever else closes it. */
  onClose: () => void
}

const CONTENT = ['content']

/** Stands above the page until it is closed. Mounted is open; the focus returns where it came from. @param id a `useId` */
export function Dialog(props: Props) {
  const {
    title,
    role,
    size = 'medium',
    isLong,
    describedBy,
    id,
    focusRef,
    returnFocusTo = CONTENT,
    children,
    buttons,
    onClose,
  } = props
  const dialogRef = useRef<HTMLDialogElement>(null)

  const focusOnWhatStays = useEffectEvent(() =>
    returnFocusTo
      .map((stays) => document.getElementById(stays))
      .find((found) => found !== null)
      ?.focus(),
  )
  useLayoutEffect(() => {
    const dialog = dialogRef.current
    const opener = document.activeElement
    // For whoever comes back to a page that has no question open any more.
    if (dialog) dialog.dataset['opener'] = opener?.closest('dialog')?.dataset['opener'] ?? opener?.id ?? ''
    dialog?.showModal()
    focusRef.current?.focus({ preventScroll: true })
    return () => {
      dialog?.close()
      if (!opener?.isConnected) focusOnWhatStays()
    }
  }, [focusRef])

  return (
    <dialog
      ref={dialogRef}
      className={styles.dialog}
      // Else WebKit has Tab stop at the dialog itself.
      tabIndex={-1}
      role={role}
      data-size={size}
      aria-labelledby={`${id}-title`}
      aria-describedby={describedBy}
      onClose={(event) => {
        if (event.target === event.currentTarget && !event.currentTarget.open) onClose()
      }}
    >
      <div
        className={styles.text}
        {...(isLong && { role: 'group', 'aria-labelledby': `${id}-title`, tabIndex: 0 })}
      >
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
      </div>
      <div className={styles.buttons}>{buttons}</div>
    </dialog>
  )
}
