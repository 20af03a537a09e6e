import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { Table, type Column as TableColumn } from '../../../../ui/Table.tsx'
import { useColumnFormats } from './column-formats.ts'
import { type Column, type Kind, type Period, total } from './periods.ts'
import { useWords } from './use-words.ts'

type Props = { columns: Column[]; period: Period; timeZone: string; shownKinds: Kind[] }

/** The numbers of the chart, newest first. */
export function CallsTable({ columns, period, timeZone, shownKinds }: Props) {
  const words = useWords()
  const { number } = useFormats()
  const { nameOf } = useColumnFormats(period, timeZone)
  const last = columns.at(-1)
  const tableColumns: TableColumn<Column>[] = [
    { title: words.when[period], cell: (column) => nameOf(column, column === last) },
    { title: words.allCalls, isNumber: true, cell: (column) => number(total(column)) },
    ...shownKinds.map((kind) => ({
      title: words.legend[kind],
      isNumber: true,
      cell: (column: Column) => number(column[kind]),
    })),
  ]
  return (
    <Table
      label={words.chart[period]}
      columns={tableColumns}
      rows={columns.toReversed()}
      keyOf={({ startsAt }) => String(startsAt)}
    />
  )
}
