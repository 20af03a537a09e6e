import { useId, type ReactNode } from 'react'
import styles from './PopoverButton.module.css'

type Props = {
  /** Names the button, for eye and ear. */
  label: string
  /** What the button shows. */
  face: ReactNode
  children: ReactNode
}

/** A button of the top bar that opens a small panel below it; Escape or a click elsewhere closes it. */
export function PopoverButton({ label, face, children }: Props) {
  const id = useId()
  return (
    <div>
      <button type="button" className={styles.button} title={label} popoverTarget={id}>
        <span aria-hidden="true">{face}</span>
      </button>
      <div id={id} popover="auto" className={styles.panel}>
        {children}
      </div>
    </div>
  )
}
