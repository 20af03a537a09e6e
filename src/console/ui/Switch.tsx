import { useId, type ReactNode } from 'react'
import styles from './Switch.module.css'

type Props = {
  label: string
  id?: string
  /** The present state in a word, for the eye: the ear has it of the switch itself. */
  state: string
  /** What that means; read out with the switch. */
  description: string
  /** Who brought it about; read out after that. */
  history: ReactNode
  isOn: boolean
  isPending?: boolean
  isDisabled?: boolean
  /** Id of what says why it is disabled. */
  reasonId?: string | undefined
  /** Called with the state asked for; the switch shows only what `isOn` says. */
  onChange: (isOn: boolean) => void
}

/** A switch whose state stands beside its name, and right under it what that means and who brought it about. */
export function Switch({
  label,
  id: givenId,
  state,
  description,
  history,
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
        aria-describedby={`${id}-description ${id}-history ${reasonId}`}
        aria-disabled={isInert || undefined}
        onChange={(event) => {
          if (!isInert) onChange(event.currentTarget.checked)
        }}
      />
      <p>
        <label htmlFor={id}>{label}</label> <span aria-hidden="true">{state}</span>
      </p>
      <p id={`${id}-description`}>{description}</p>
      <p id={`${id}-history`} className={styles.history}>
        {history}
      </p>
    </div>
  )
}
