import { useId } from 'react'
import styles from './TryPage.module.css'

type Props = { label: string; done: number; of: number; written: string }

/** How far something has come: a bar, and the same in words. */
export function Progress({ label, done, of, written }: Props) {
  const id = useId()
  return (
    <div className={styles.progress}>
      <label htmlFor={id}>{label}</label>
      <progress id={id} value={done} max={Math.max(of, 1)} />
      <p>{written}</p>
    </div>
  )
}
