import { useState } from 'react'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { Button } from '../../../ui/Button.tsx'
import styles from './LookUpPage.module.css'
import { useWords } from './use-words.ts'

/** Longer ones are cut until asked for: a value may have 64 KB. */
const SHOWN_LENGTH = 400

/** What an attribute holds, as it is stored. */
export function Value({ text }: { text: string }) {
  const words = useWords()
  const { number } = useFormats()
  const [isWhole, setWhole] = useState(text.length <= SHOWN_LENGTH)
  return (
    <>
      <code className={styles.text} translate="no">
        {isWhole ? text : `${text.slice(0, SHOWN_LENGTH).toWellFormed()}…`}
      </code>
      {text.length > SHOWN_LENGTH && (
        <Button variant="quiet" size="small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? words.showLess : words.showAll(number(text.length))}
        </Button>
      )}
    </>
  )
}
