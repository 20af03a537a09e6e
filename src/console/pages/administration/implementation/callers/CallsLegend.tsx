import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import styles from './CallsLegend.module.css'
import type { Column, Kind } from './periods.ts'
import { useWords } from './use-words.ts'

/** What the patterns of the chart stand for, with how many calls of each there were. */
export function CallsLegend({ columns, shownKinds }: { columns: Column[]; shownKinds: Kind[] }) {
  const words = useWords()
  const { number } = useFormats()
  return (
    <ul className={styles.legend}>
      {shownKinds.map((kind) => (
        <li key={kind}>
          <span className={styles.sample} data-kind={kind} aria-hidden="true" />
          {words.legend[kind]} <b>{number(columns.reduce((sum, column) => sum + column[kind], 0))}</b>
        </li>
      ))}
    </ul>
  )
}
