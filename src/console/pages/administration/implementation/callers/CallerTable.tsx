import { useState } from 'react'
import type { Caller, Callers } from '#contract/callers.ts'
import type { TokenSummary } from '#contract/profile-auth.ts'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Moment } from '../../../../ui/Moment.tsx'
import { Table, type Column } from '../../../../ui/Table.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { CallerName } from './CallerName.tsx'
import styles from './CallerTable.module.css'
import { kindsOf } from './call-kinds.ts'
import type { Period } from './periods.ts'
import { SendsCell } from './SendsCell.tsx'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

/** How many are shown at first; those who need something come first. */
const FIRST = 20

type Others = NonNullable<Callers['others']>
type Row = Caller | Others

type Props = {
  callers: Caller[]
  others: Others | null
  period: Period
  token: TokenSummary | null
  judgedSince: string
  mayName: boolean
}

/** Who calls, a row each; of many the first, and a way to find one. */
export function CallerTable({ callers, others, period, token, judgedSince, mayName }: Props) {
  const words = useWords()
  const { number } = useFormats()
  const [isAllShown, setIsAllShown] = useState(false)
  const [sought, setSought] = useState('')

  const found = callers.filter((caller) => sought.trim() === '' || has(caller, sought.trim()))
  const shown = isAllShown ? found : found.slice(0, FIRST)
  const rows: Row[] = others === null || sought.trim() !== '' ? shown : [...shown, others]
  return (
    <div className={styles.callers}>
      {callers.length > FIRST && (
        <div className={styles.find}>
          <TextField
            label={words.find}
            type="search"
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
        </div>
      )}
      <output className="visually-hidden">
        {sought !== '' && words.found(found.length, number(found.length))}
      </output>
      {rows.length === 0 ? (
        <p className={styles.unknown}>{words.found(0, number(0))}</p>
      ) : (
        <Table
          label={words.title}
          columns={columnsOf({ words, number, period, token, judgedSince, mayName })}
          rows={rows}
          keyOf={(row) => ('id' in row ? row.id : 'others')}
        />
      )}
      {found.length > FIRST && !isAllShown && (
        <Button onClick={() => setIsAllShown(true)}>
          {words.showAll(found.length, number(found.length))}
        </Button>
      )}
    </div>
  )
}

type ColumnsOf = Pick<Props, 'period' | 'token' | 'judgedSince' | 'mayName'> & {
  words: Words
  number: (amount: number) => string
}

function columnsOf({ words, number, period, token, judgedSince, mayName }: ColumnsOf): Column<Row>[] {
  return [
    {
      title: words.caller,
      cell: (row) => ('id' in row ? <CallerName caller={row} mayName={mayName} /> : <OtherCallers />),
    },
    { title: words.callsIn[period], isNumber: true, cell: (row) => number(row.calls) },
    {
      title: words.kind,
      cell: (row) => (
        <span className={styles.kinds}>
          {kindsOf(row.uses)
            .map((kind) => words.kinds[kind])
            .join(', ')}
        </span>
      ),
    },
    { title: words.lastCall, cell: (row) => <Moment at={row.lastCallAt} /> },
    {
      title: words.sends,
      cell: (row) =>
        'id' in row ? (
          <SendsCell caller={row} token={token} judgedSince={judgedSince} />
        ) : (
          <span className={styles.unknown}>{words.notToldApart}</span>
        ),
    },
  ]
}

function OtherCallers() {
  const words = useWords()
  return (
    <>
      <b>{words.others}</b>
      <p className={styles.unknown}>{words.othersAdvice}</p>
    </>
  )
}

function has({ name, address, userAgent }: Caller, sought: string): boolean {
  return [name, address, userAgent].some((one) => one?.toLowerCase().includes(sought.toLowerCase()))
}
