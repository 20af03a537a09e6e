import { useId, type ComponentProps } from 'react'
import styles from './TextField.module.css'

type Props = Omit<ComponentProps<'select'>, 'className' | 'id' | 'children'> & {
  label: string
  choices: readonly { value: string; label: string }[]
}

/** One of many, which would be too many to show at once. */
export function SelectField({ label, choices, ...select }: Props) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select {...select} id={id}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}
