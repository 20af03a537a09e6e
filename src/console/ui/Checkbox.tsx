import styles from './Checkbox.module.css'

type Props = { label: string; isChecked: boolean; onChange: (isChecked: boolean) => void }

export function Checkbox({ label, isChecked, onChange }: Props) {
  return (
    <label className={styles.checkbox}>
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  )
}
