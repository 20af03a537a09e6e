/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- where it is narrow the layout of a list takes a table's own roles away */
import type { ReactNode } from 'react'
import styles from './Table.module.css'

/** The first column names its row. */
export type Column<Row> = {
  title: string
  /** Whether the title is for the ear alone, as of a column of buttons. */
  isTitleHidden?: boolean
  isNumber?: boolean
  cell: (row: Row) => ReactNode
}

type Props<Row> = {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
}

/** Rows of facts; where it is narrow a list, whose first line is the name. */
export function Table<Row>({ label, columns, rows, keyOf }: Props<Row>) {
  return (
    <div className={styles.place}>
      <table className={styles.table} role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ title, isNumber, isTitleHidden }) => (
              <th key={title} role="columnheader" scope="col" data-number={isNumber}>
                <span className={isTitleHidden ? 'visually-hidden' : undefined}>{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map(({ title, isNumber, isTitleHidden, cell }, index) =>
                index === 0 ? (
                  <th key={title} role="rowheader" scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td
                    key={title}
                    role="cell"
                    data-number={isNumber}
                    data-title={isTitleHidden ? undefined : title}
                  >
                    <div>{cell(row)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
