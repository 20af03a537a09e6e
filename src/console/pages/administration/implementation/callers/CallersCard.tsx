import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Caller } from '#contract/callers.ts'
import { OutOfDate } from '../../../../failures/OutOfDate.tsx'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../../request-context.ts'
import { Help } from '../../../../shell/Help.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { RadioGroup } from '../../../../ui/RadioGroup.tsx'
import { Skeleton } from '../../../../ui/Skeleton.tsx'
import { TimeZone } from '../../../../ui/TimeZone.tsx'
import { linesOfCallers } from '../callers-lines.ts'
import type { ReceivedImplementation } from '../queries.ts'
import { CallerTable } from './CallerTable.tsx'
import styles from './CallersCard.module.css'
import { CallsChart } from './CallsChart.tsx'
import { CallsLegend } from './CallsLegend.tsx'
import { CallsTable } from './CallsTable.tsx'
import { columnsIn, kinds, periods, type Period } from './periods.ts'
import { callersQuery } from './queries.ts'
import { useWords } from './use-words.ts'

/** Lines that the card's frame and title take. */
const FRAME = 5.3
const NONE = { count: 0 }

type View = 'chart' | 'table'

/** Who calls, how often and with what. Asked for by itself, again and again while it is looked at. */
export default function CallersCard({ implementation }: { implementation: ReceivedImplementation }) {
  const { token, session } = implementation
  const words = useWords()
  const { number } = useFormats()
  const [asked, setAsked] = useState<Period>('7d')
  const [view, setView] = useState<View>('chart')
  const { data, error, refetch } = useQuery(callersQuery(useRequest(), asked))

  if (data === undefined) {
    const { lines, narrow } = linesOfCallers(implementation.callers ?? NONE)
    return (
      <Card
        title={words.title}
        help={<Help to="console#callers" about={words.title} />}
        advice={words.loading}
      >
        <Skeleton lines={lines - FRAME} narrow={narrow && narrow - FRAME} />
      </Card>
    )
  }
  if (data.knownSince === null)
    return (
      <Card
        title={words.title}
        help={<Help to="console#callers" about={words.title} />}
        advice={words.noneYet}
      />
    )

  const { callers, others, period, timeZone, judgedSince } = data
  const columns = columnsIn(period, data.columns, timeZone)
  const shownKinds = kinds.filter((kind) => columns.some((column) => column[kind] > 0))
  const shown = { columns, period, timeZone }
  return (
    <Card
      title={words.title}
      help={<Help to="console#callers" about={words.title} />}
      advice={summary()}
      actions={
        <>
          <RadioGroup
            legend={words.period}
            isLegendHidden
            choices={periods.map((value) => ({ value, label: words.periods[value] }))}
            value={asked}
            onChange={setAsked}
          />
          <RadioGroup
            legend={words.view}
            isLegendHidden
            choices={[
              { value: 'chart', label: words.chartView },
              { value: 'table', label: words.tableView },
            ]}
            value={view}
            onChange={setView}
          />
        </>
      }
    >
      {error && <OutOfDate error={error} onRetry={() => void refetch()} />}
      {shownKinds.length > 0 && (
        <div className={styles.calls}>
          <CallsLegend columns={columns} shownKinds={shownKinds} />
          {view === 'chart' ? <CallsChart {...shown} /> : <CallsTable {...shown} shownKinds={shownKinds} />}
        </div>
      )}
      <CallerTable
        callers={callers}
        others={others}
        period={period}
        token={token}
        judgedSince={judgedSince}
        mayName={session.permitted.includes('callers.update')}
      />
      <TimeZone />
    </Card>
  )

  function summary() {
    if (data === undefined) return ''
    const calling = data.callers.filter(({ calls }) => calls > 0)
    const calls = (data.others?.calls ?? 0) + calling.reduce((sum, caller) => sum + caller.calls, 0)
    if (calls === 0) return words.noneIn[data.period]
    const count = calling.length
    const made = words.made(count, number(count), words.calls(calls, number(calls)))
    if (data.others !== null && data.others.calls > 0) return `${made} ${words.andOthers}`
    return token === null ? made : `${made} ${movedOf(calling)}`
  }

  function movedOf(calling: Caller[]) {
    const moved = calling.filter(({ standing }) => standing === 'moved').length
    if (moved === 0) return words.noneMoved(calling.length)
    if (moved === calling.length) return words.allMoved(moved)
    return words.someMoved(moved, number(moved))
  }
}
