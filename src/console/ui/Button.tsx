import type { ComponentProps, KeyboardEvent } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Button.module.css'

type Props = Omit<ComponentProps<'button'>, 'disabled' | 'className'> & {
  /**
   * `primary` for the one next step, `danger` for one that takes something away, `asks-first` for one that asks whether
   * to take something away, `quiet` for a button among text.
   */
  variant?: 'primary' | 'secondary' | 'danger' | 'asks-first' | 'quiet'
  /** `small` in a row of a table. */
  size?: 'medium' | 'small'
  icon?: IconName | undefined
  /** What it says at other times, for which it keeps the room. */
  otherWord?: string
  /** Shows only the icon; `title` or `aria-label` then names the button. */
  iconOnly?: boolean
  /** The act is under way: a second press does nothing. */
  isPending?: boolean
  /** Stays in the tab order, so that its reason (`aria-describedby`) can be heard. */
  isDisabled?: boolean
}

/** A button that says why it is disabled, and that a key held down presses once. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  icon,
  otherWord,
  iconOnly = false,
  isPending = false,
  isDisabled = false,
  onClick,
  children,
  ...rest
}: Props) {
  const isInert = isPending || isDisabled
  return (
    <button
      type="button"
      {...rest}
      className={styles.button}
      data-variant={variant}
      data-size={size}
      data-icon-only={iconOnly || undefined}
      data-pending={isPending || undefined}
      aria-disabled={isInert || undefined}
      onClick={isInert ? (event) => event.preventDefault() : onClick}
      onKeyDown={ignoreHeldKey}
    >
      {icon && <Icon name={icon} />}
      {!iconOnly && <span data-other={otherWord}>{children}</span>}
    </button>
  )
}

function ignoreHeldKey(event: KeyboardEvent) {
  if (event.repeat && event.key === 'Enter') event.preventDefault()
}
