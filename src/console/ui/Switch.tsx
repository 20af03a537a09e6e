import { useId, type ReactNode } from 'react'
import styles from './Switch.module.css'

type Props = {
  label: string
  id?: string
  /** What the present state means; read out with the switch. */
  description: ReactNode
  isOn: boolean
  isPending?: boolean
  isDisabled?: boolean
  /** Id of what says why it is disabled. */
  reasonId?: string | undefined
  /** Called with the state asked for; the switch shows only what `isOn` says. */
  onChange: (isOn: boolean) => void
}

/** A switch whose meaning stands right under its name. */
export function Switch({
  label,
  id: givenId,
  description,
  isOn,
  isPending = false,
  isDisabled = false,
  reasonId = '',
  onChange,
}: Props) {
  const ownId = useId()
  const id = givenId ?? ownId
  const isInert = isPending || isDisabled
  return (
    <div className={styles.switch} data-pending={isPending || undefined}>
      <input
        type="checkbox"
        // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a checkbox has `checked`, and must not say it twice
        role="switch"
        id={id}
        checked={isOn}
        aria-describedby={`${id}-description ${reasonId}`}
        aria-disabled={isInert || undefined}
        onChange={(event) => {
          if (!isInert) onChange(event.currentTarget.checked)
        }}
      />
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-description`}>{description}</p>
    </div>
  )
}
