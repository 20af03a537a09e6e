import { Fragment, useRef } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { Button } from './Button.tsx'
import { CopyStatus } from './CopyStatus.tsx'
import { useCopy } from './use-copy.ts'
import styles from './CopyValue.module.css'

/** Where a value that is wider than its place breaks. */
const BREAKS = /(?=@|\.)/

/** A term of a description list whose value can be copied. */
export function CopyValue({ term, value }: { term: string; value: string }) {
  const { copying } = useMessages()
  const valueRef = useRef<HTMLElement>(null)
  const { state, copy } = useCopy(() => {
    if (valueRef.current) getSelection()?.selectAllChildren(valueRef.current)
  })
  return (
    <div className={styles.item}>
      <dt>
        <span>{term}</span>
        <CopyStatus state={state} isCopiedShown />
      </dt>
      <dd>
        <code ref={valueRef} translate="no">
          {value.split(BREAKS).map((piece, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- pieces of one value have nothing but their place
            <Fragment key={index}>
              {index > 0 && <wbr />}
              {piece}
            </Fragment>
          ))}
        </code>
        <Button
          variant="quiet"
          icon="copy"
          iconOnly
          title={`${copying.copy} ${term}`}
          onClick={() => void copy(value)}
        />
      </dd>
    </div>
  )
}
