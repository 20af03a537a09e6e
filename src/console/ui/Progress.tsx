import { useId } from 'react'
import styles from './Progress.module.css'

type Props = {
  label: string
  done: number
  of: number
  written: string
  /** Whether nothing goes on until somebody does something. */
  isStuck?: boolean
}

/** How far something has come: a bar, and the same in words. */
export function Progress({ label, done, of, written, isStuck = false }: Props) {
  const id = useId()
  return (
    <div className={styles.progress} data-stuck={isStuck || undefined}>
      <label htmlFor={id}>{label}</label>
      <progress id={id} value={done} max={Math.max(of, 1)} />
      <p>{written}</p>
    </div>
  )
}
