import { useState } from 'react'
import type { RefusedCalls, RefusedSinceChange } from '#contract/refused-calls.ts'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Moment } from '../../../../ui/Moment.tsx'
import { type Column, Table } from '../../../../ui/Table.tsx'
import { nameOf } from '../caller-name.ts'
import styles from './RefusedCard.module.css'
import { shortOf, TokenText } from './TokenText.tsx'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

/** How many are shown at first, so that the way back is in sight. */
const FIRST = 4

/** Whose calls are refused, why, and when last; whoever has the most first. */
export function RefusedTable({ refused, callerCount }: Pick<RefusedSinceChange, 'refused' | 'callerCount'>) {
  const words = useWords()
  const { number } = useFormats()
  const [isWhole, setIsWhole] = useState(false)
  const rows = isWhole ? refused : refused.slice(0, FIRST)
  const left = callerCount - new Set(rows.map(({ caller }) => caller?.id)).size
  return (
    <div>
      <Table
        label={words.refused}
        rows={rows}
        keyOf={({ caller, verdict, lastFour }) => `${caller?.id} ${verdict} ${lastFour}`}
        columns={columnsIn(words, number)}
      />
      {refused.length > FIRST && (
        <div className={styles.more}>
          {left > 0 && <p>{words.more(left, number(left))}</p>}
          <Button size="small" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? words.showFewer : words.showMore}
          </Button>
        </div>
      )}
    </div>
  )
}

const columnsIn = (words: Words, number: (amount: number) => string): Column<RefusedCalls>[] => [
  { title: words.caller, cell: ({ caller }) => <Caller caller={caller} /> },
  { title: words.refused, isNumber: true, cell: ({ calls }) => number(calls) },
  { title: words.why, cell: (calls) => <Why {...calls} /> },
  { title: words.last, cell: ({ lastCallAt }) => <Moment at={lastCallAt} /> },
]

function Caller({ caller }: Pick<RefusedCalls, 'caller'>) {
  const words = useWords()
  const { name, detail } = caller === null ? { name: words.otherCallers, detail: null } : nameOf(caller)
  return (
    <div className={styles.caller}>
      <b>{name ?? words.nobodyKnows}</b>
      {detail !== null && <p>{detail}</p>}
    </div>
  )
}

function Why({ verdict, lastFour, areLetInToo }: RefusedCalls) {
  const words = useWords()
  return (
    <>
      <TokenText text={words.sends[verdict](shortOf(lastFour))} lastFour={lastFour} />
      {areLetInToo && <p className={styles.muted}>{words.areLetInToo}</p>}
    </>
  )
}
