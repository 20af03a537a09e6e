import { useRef } from 'react'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './DocsPage.module.css'
import { useWords } from './use-words.ts'

type Props = {
  sought: string
  /** What that finds, in words. */
  found: string
  onSeek: (text: string) => void
  /** Called once the person goes on. */
  onLeave: () => void
}

/** A field to find calls of the reference by. */
export function Finder({ sought, found, onSeek, onLeave }: Props) {
  const { reference: words } = useWords()
  const placeRef = useRef<HTMLDivElement>(null)
  return (
    <div className={styles.finder} ref={placeRef}>
      <TextField
        label={words.find}
        hint={words.findHint}
        type="search"
        autoComplete="off"
        spellCheck={false}
        value={sought}
        onChange={({ currentTarget }) => onSeek(currentTarget.value)}
        onBlur={onLeave}
      />
      <output>{found}</output>
      {sought !== '' && (
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            placeRef.current?.querySelector('input')?.focus()
            onSeek('')
          }}
        >
          {words.showAll}
        </Button>
      )}
    </div>
  )
}
