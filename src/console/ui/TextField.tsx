import { useId, type ComponentProps, type ReactNode } from 'react'
import styles from './TextField.module.css'

type Props = Omit<ComponentProps<'input'>, 'className' | 'id'> & {
  label: string
  hint?: string
  /** What is wrong with it, as a whole sentence. */
  error?: string | undefined
  /** A control at the end of the field's own line. */
  action?: ReactNode
}

/** A line to fill in, with its hint and what is wrong with it. */
export function TextField({ label, hint, error, action, ...input }: Props) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={`${id}-hint ${id}-error`}
      />
      {action}
      <p id={`${id}-hint`} className={styles.hint} hidden={!hint}>
        {hint}
      </p>
      <p id={`${id}-error`} className={styles.error} role="alert">
        {error}
      </p>
    </div>
  )
}
