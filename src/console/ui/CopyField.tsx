import { useId, useRef, type ReactNode, type Ref } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { Button } from './Button.tsx'
import { CopyStatus } from './CopyStatus.tsx'
import { useCopy } from './use-copy.ts'
import styles from './CopyField.module.css'

type Props = {
  label: string
  /** Stands in place of the label for the eye, such as a choice of what the field shows. */
  above?: ReactNode
  /** The text shown. */
  value: string
  /** Fetches the text to copy where `value` hides it; what it rejects with is the caller's to show. */
  fetchText?: () => Promise<string>
  /** Called when the browser refuses to copy: `value` must become the text, so that it can be selected. */
  onRefused?: () => void
  /** Whether Copy is the next step. */
  isPrimary?: boolean
  copyRef?: Ref<HTMLButtonElement>
  /** More buttons, before Copy. */
  actions?: ReactNode
}

/** A text to take away: focus selects it all, Copy puts it on the clipboard or says which keys do. */
export function CopyField(props: Props) {
  const { label, above, value, fetchText, onRefused, isPrimary = false, copyRef, actions } = props
  const { copying } = useMessages()
  const id = useId()
  const fieldRef = useRef<HTMLTextAreaElement>(null)
  const { state, copy, noteCopied } = useCopy(() => {
    fieldRef.current?.focus()
    fieldRef.current?.select()
  })

  return (
    <div className={styles.field}>
      <div className={styles.head}>
        {above}
        <label
          id={`${id}-label`}
          htmlFor={id}
          className={above === undefined ? undefined : 'visually-hidden'}
        >
          {label}
        </label>
        <CopyStatus state={state} />
      </div>
      <textarea
        ref={fieldRef}
        id={id}
        className={styles.text}
        rows={value.split('\n').length}
        value={value}
        readOnly
        spellCheck={false}
        autoComplete="off"
        onCopy={noteCopied}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={styles.actions}>
        {actions}
        <Button
          ref={copyRef}
          id={`${id}-copy`}
          icon="copy"
          variant={isPrimary ? 'primary' : 'secondary'}
          aria-labelledby={`${id}-copy ${id}-label`}
          isPending={state.kind === 'copying'}
          onClick={() => void copy(fetchText ? fetchText() : value, onRefused)}
        >
          {copying.copy}
        </Button>
      </div>
    </div>
  )
}
