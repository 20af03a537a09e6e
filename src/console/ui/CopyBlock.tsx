import { useRef } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import styles from './CopyBlock.module.css'
import { CopyButton } from './CopyButton.tsx'
import { CopyStatus } from './CopyStatus.tsx'
import { useCopy } from './use-copy.ts'

/** Many lines to read and to take away; no browser translates them. @param label names them for the ear */
export function CopyBlock({ label, text }: { label: string; text: string }) {
  const { copying } = useMessages()
  const textRef = useRef<HTMLPreElement>(null)
  const { state, copy } = useCopy(() => {
    if (textRef.current) getSelection()?.selectAllChildren(textRef.current)
  }, text)
  return (
    <div className={styles.block}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is to be scrolled by keys */}
      <section aria-label={label} tabIndex={0}>
        <pre ref={textRef} translate="no">
          {text}
        </pre>
      </section>
      <div className={styles.act}>
        <CopyButton state={state} word={copying.copy} onClick={() => void copy(text)} />
        <CopyStatus state={state} isCopiedShown={false} />
      </div>
    </div>
  )
}
