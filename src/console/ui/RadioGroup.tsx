import { useId } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import styles from './RadioGroup.module.css'

type Choice<Value extends string> = { value: Value; label: string; icon?: IconName; lang?: string }

type Props<Value extends string> = {
  /** Names the group. */
  legend: string
  /** `column` for names too long to stand side by side. */
  layout?: 'row' | 'column'
  choices: readonly Choice<Value>[]
  value: Value
  onChange: (value: Value) => void
}

/** One of a few, all in sight. */
export function RadioGroup<Value extends string>({
  legend,
  layout = 'row',
  choices,
  value,
  onChange,
}: Props<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.group} data-layout={layout}>
      <legend>{legend}</legend>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice.value} lang={choice.lang}>
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.icon && <Icon name={choice.icon} />}
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
