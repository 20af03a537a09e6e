import { useId } from 'react'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import styles from './CallsLegend.module.css'
import { CallsPart, Hatch } from './CallsPart.tsx'
import type { Column, Kind } from './periods.ts'
import { useWords } from './use-words.ts'

/** What the patterns of the chart stand for, with how many calls of each there were. */
export function CallsLegend({ columns, shownKinds }: { columns: Column[]; shownKinds: Kind[] }) {
  const words = useWords()
  const { number } = useFormats()
  const hatchId = useId()
  return (
    <ul className={styles.legend}>
      {shownKinds.map((kind) => (
        <li key={kind}>
          <svg width="12" height="12" aria-hidden="true">
            <Hatch id={hatchId + kind} />
            <CallsPart kind={kind} hatchId={hatchId + kind} x="1" y="1" width="10" height="10" />
          </svg>
          <span>{words.legend[kind]}</span>{' '}
          <b>{number(columns.reduce((sum, column) => sum + column[kind], 0))}</b>
        </li>
      ))}
    </ul>
  )
}
