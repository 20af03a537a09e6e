import { useId, useRef, type ClipboardEvent, type MouseEvent, type ReactNode, type Ref } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { Button } from './Button.tsx'
import { copyKeys, copyKeysForAria } from './clipboard.ts'
import { CopyStatus } from './CopyStatus.tsx'
import { useCopy } from './use-copy.ts'
import styles from './CopyField.module.css'

type Props = {
  label: string
  /** Stands in place of the label for the eye, such as a choice of what the field shows. */
  above?: ReactNode
  /** The text shown; no browser translates it. */
  value: string
  /** What stands on paper in its place, where it is a secret. */
  printedValue?: string
  /** Fetches the text to copy where `value` hides it; what it rejects with is the caller's to show. */
  fetchText?: () => Promise<string>
  /** Called when the browser refuses to copy: `value` must become the text, so that it can be selected. */
  onRefused?: () => void
  /** Whether Copy is the next step. */
  isPrimary?: boolean
  /** Whether the page copies this field when the keys are pressed that copy while nothing is selected. */
  hasShortcut?: boolean
  copyRef?: Ref<HTMLButtonElement>
  /** More buttons, before Copy. */
  actions?: ReactNode
}

/** A text to take away: focus selects it all, Copy and the keys put it on the clipboard, or it says which keys do. */
export function CopyField(props: Props) {
  const { label, above, value, printedValue, fetchText, onRefused } = props
  const { isPrimary = false, hasShortcut = false, copyRef, actions } = props
  const { copying } = useMessages()
  const id = useId()
  const fieldRef = useRef<HTMLTextAreaElement>(null)
  const { state, copy, noteCopied } = useCopy(() => {
    fieldRef.current?.focus()
    fieldRef.current?.select()
  })
  const copyText = () => void copy(fetchText ? fetchText() : value, onRefused)
  const copyByKeys = (event: ClipboardEvent) => {
    if (!fetchText) return noteCopied()
    event.preventDefault()
    copyText()
  }

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
        <div className={styles.outcome}>
          {hasShortcut && (
            <span className={styles.shortcut} data-hidden={state.kind === 'idle' ? undefined : true}>
              {copying.shortcut(copyKeys())}
            </span>
          )}
          <CopyStatus state={state} />
        </div>
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
        translate="no"
        data-unprinted={printedValue === undefined ? undefined : true}
        onCopy={copyByKeys}
        onFocus={(event) => event.currentTarget.select()}
        onClick={selectUnlessDragged}
      />
      {printedValue !== undefined && (
        <pre className={styles.text} translate="no" data-printed>
          {printedValue}
        </pre>
      )}
      <div className={styles.actions}>
        {actions}
        <Button
          ref={copyRef}
          id={`${id}-copy`}
          icon="copy"
          variant={isPrimary ? 'primary' : 'secondary'}
          aria-labelledby={`${id}-copy ${id}-label`}
          aria-keyshortcuts={hasShortcut ? copyKeysForAria() : undefined}
          isPending={state.kind === 'copying'}
          onClick={copyText}
        >
          {copying.copy}
        </Button>
      </div>
    </div>
  )
}

/** A click puts the caret somewhere after the focus has selected all; what was selected by dragging stays. */
function selectUnlessDragged({ currentTarget: field }: MouseEvent<HTMLTextAreaElement>) {
  if (field.selectionStart === field.selectionEnd) field.select()
}
