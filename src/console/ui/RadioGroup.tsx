import { useId } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import styles from './RadioGroup.module.css'

type Choice<Value extends string> = { value: Value; label: string; icon?: IconName; lang?: string }

type Props<Value extends string> = {
  /** Names the group. */
  legend: string
  /** Whether the legend is for the ear alone. */
  isLegendHidden?: boolean
  /** `fill`: as wide as there is room, below the legend; `column`: a list in a panel, with a check mark. */
  layout?: 'row' | 'fill' | 'column'
  choices: readonly Choice<Value>[]
  value: Value
  onChange: (value: Value) => void
}

/** One of a few, all in sight. */
export function RadioGroup<Value extends string>({
  legend,
  isLegendHidden = false,
  layout = 'row',
  choices,
  value,
  onChange,
}: Props<Value>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-labelledby={name} className={styles.group} data-layout={layout}>
      <span id={name} className={isLegendHidden ? 'visually-hidden' : styles.legend}>
        {legend}
      </span>
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
            {layout === 'column' && <Icon name="check" />}
          </label>
        ))}
      </div>
    </div>
  )
}
