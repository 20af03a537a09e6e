import { useId, useRef, type ClipboardEvent, type MouseEvent, type ReactNode, type Ref } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { CopyButton } from './CopyButton.tsx'
import { CopyStatus } from './CopyStatus.tsx'
import { useCopy } from './use-copy.ts'
import styles from './CopyField.module.css'

type Props = {
  /** Names it for the ear; for the eye stands what is above it. */
  label: string
  /** The text shown; no browser translates it. */
  value: string
  /** What is said of it to the ear after its name, where `value` hides it. */
  note?: string
  /** What stands on paper in its place, where it is a secret. */
  printedValue?: string
  /** Fetches the text to copy where `value` hides it; what it rejects with is the caller's to show. */
  fetchText?: () => Promise<string>
  /** Called when the browser refuses to copy: `value` must become the text, so that it can be selected. */
  onRefused?: () => void
  /** What is copied: of another one it is not said that it was. */
  subject: string
  /** Keys that copy it from anywhere on the page, in the words of `aria-keyshortcuts`. */
  keyShortcuts?: string
  copyRef: Ref<HTMLButtonElement>
  /** More buttons, behind Copy. */
  actions?: ReactNode
}

/** A text to take away: focus selects it all, Copy and the keys put it on the clipboard, or it says which keys do. */
export function CopyField(props: Props) {
  const { label, note, value, printedValue, fetchText, onRefused, subject, keyShortcuts, copyRef, actions } =
    props
  const { copying } = useMessages()
  const id = useId()
  const fieldRef = useRef<HTMLTextAreaElement>(null)
  const { state, copy, noteCopied } = useCopy(() => {
    fieldRef.current?.focus()
    fieldRef.current?.select()
  }, subject)
  const copyText = () => void copy(fetchText ? fetchText() : value, onRefused)
  const copyByKeys = (event: ClipboardEvent) => {
    if (!fetchText) return noteCopied()
    event.preventDefault()
    copyText()
  }

  return (
    <div className={styles.field}>
      <label id={`${id}-label`} htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <span id={`${id}-note`} hidden>
        {note}
      </span>
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
        aria-describedby={`${id}-note`}
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
        <CopyButton
          ref={copyRef}
          id={`${id}-copy`}
          variant="primary"
          state={state}
          word={copying.copy}
          aria-labelledby={`${id}-copy ${id}-label`}
          aria-keyshortcuts={keyShortcuts}
          onClick={copyText}
        />
        {actions}
      </div>
      <CopyStatus state={state} isCopiedShown={false} />
    </div>
  )
}

/** A click puts the caret somewhere after the focus has selected all; what was selected by dragging stays. */
function selectUnlessDragged({ currentTarget: field }: MouseEvent<HTMLTextAreaElement>) {
  if (field.selectionStart === field.selectionEnd) field.select()
}
