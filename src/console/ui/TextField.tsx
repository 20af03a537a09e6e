import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useState,
  type ChangeEvent,
  type ComponentProps,
  type ReactNode,
} from 'react'
import { flushSync } from 'react-dom'
import styles from './TextField.module.css'

type Props = Omit<ComponentProps<'input'>, 'className' | 'id' | 'defaultValue'> & {
  label: string
  value: string
  /** Makes what is meant of what was written, once the person goes on. */
  meantBy?: (written: string) => string
  hint?: string
  /** What is wrong with it, as a whole sentence. */
  error?: string | undefined
  /** A control at the end of the field's own line. */
  action?: ReactNode
}

/**
 * A line to fill in, with its hint and what is wrong with it. What a password manager puts into it without telling counts
 * like what was typed: it stays there, and `onChange` has told of it before the form is submitted. Of several that are wrong
 * in a form the first says so at once, and each when it has the focus.
 */
export function TextField({ label, hint, error, action, value, onChange, meantBy, ...input }: Props) {
  const id = useId()
  const [first] = useState(value)
  const take = useEffectEvent((field: HTMLInputElement) => {
    const meant = meantBy?.(field.value) ?? field.value
    if (field.value !== meant) field.value = meant
    if (meant === value) return
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is read of a change is the field
    const change = { currentTarget: field } as ChangeEvent<HTMLInputElement>
    flushSync(() => onChange?.(change))
  })
  useLayoutEffect(() => {
    const field = fieldOf(id)
    if (field && field.value !== value) field.value = value
  }, [id, value])
  useLayoutEffect(() => {
    const field = fieldOf(id)
    const leading = field?.form?.querySelector('[aria-invalid]') ?? field
    const told = document.getElementById(`${id}-error`)
    if (error === undefined || leading === field) told?.setAttribute('role', 'alert')
    else told?.removeAttribute('role')
  }, [id, error])
  useEffect(() => {
    const ending = new AbortController()
    const field = fieldOf(id)
    const takeNow = ({ target }: Event) => {
      if (field && (target === field || target === field.form)) take(field)
    }
    for (const type of ['change', 'submit'])
      document.addEventListener(type, takeNow, { capture: true, signal: ending.signal })
    return () => ending.abort()
  }, [id])
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        defaultValue={first}
        onChange={onChange}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={`${id}-hint ${id}-error`}
      />
      {action}
      <p id={`${id}-hint`} className={styles.hint} hidden={!hint}>
        {hint}
      </p>
      <p id={`${id}-error`} className={styles.error}>
        {error}
      </p>
    </div>
  )
}

function fieldOf(id: string): HTMLInputElement | null {
  const field = document.getElementById(id)
  return field instanceof HTMLInputElement ? field : null
}
