import { useId, useState, type PointerEvent } from 'react'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { axisOf } from './axis.ts'
import styles from './CallsChart.module.css'
import { CallsPart, Hatch } from './CallsPart.tsx'
import { NAMED, useColumnFormats } from './column-formats.ts'
import { type Column, type Kind, kinds, type Period, total } from './periods.ts'
import { useReadout } from './use-readout.ts'
import { useWords } from './use-words.ts'

/** In pixels: the highest line, and room above it for what is drawn higher than it is, so that it can be seen. */
const HEIGHT = 144
const HEADROOM = 8
/** Lower, a hollow part is no longer hollow, and refused calls are not seen. */
const LEAST_HEIGHT: Record<Kind, number> = { currentToken: 2, overlappingToken: 3, without: 3, refused: 3 }
/** How much of its place a column fills. */
const FILLED: Record<Period, number> = { '24h': 0.88, '7d': 0.52, '30d': 0.8 }

type Props = { columns: Column[]; period: Period; timeZone: string }

/**
 * Calls by the hour or day, in columns. One stop for the keyboard, at which the arrows go from column to column; what one
 * of them says stands below in words.
 */
export function CallsChart({ columns, period, timeZone }: Props) {
  const words = useWords()
  const { number } = useFormats()
  const { shortNameOf } = useColumnFormats(period, timeZone)
  const readoutOf = useReadout(period, timeZone)
  const [chosenAt, setChosenAt] = useState<number | null>(null)
  const [isPointed, setIsPointed] = useState(false)
  const hatchId = useId()

  const last = columns.length - 1
  const found = columns.findIndex(({ startsAt }) => startsAt === chosenAt)
  const chosen = found === -1 ? last : found
  const lines = axisOf(Math.max(...columns.map(total)))
  const top = lines.at(-1) ?? 1
  const choose = (index: number) => setChosenAt(columns[index]?.startsAt ?? null)
  const chosenColumn = columns[chosen]
  const { name, calls } = chosenColumn ? readoutOf(chosenColumn, chosen === last) : { name: '', calls: '' }
  const gutter = { marginInlineEnd: `${number(top).length + 1.5}ch` }

  return (
    <div>
      <div
        className={styles.chart}
        style={gutter}
        onPointerMove={chooseAt}
        onPointerDown={chooseAt}
        onPointerLeave={() => setIsPointed(false)}
      >
        <input
          type="range"
          aria-label={words.chart[period]}
          aria-valuetext={`${name}, ${calls}`}
          max={last}
          value={chosen}
          onChange={(event) => choose(event.currentTarget.valueAsNumber)}
          // Firefox leaves it where half of it is in sight.
          onFocus={(event) => event.currentTarget.scrollIntoView({ block: 'nearest' })}
        />
        <svg width="100%" height={HEIGHT + HEADROOM} aria-hidden="true">
          <Hatch id={hatchId} />
          {lines.map((line) => (
            <line key={line} className={styles.line} x1="0" x2="100%" y1={yOf(line)} y2={yOf(line)} />
          ))}
          {columns.map((column, index) => (
            <Bar
              key={column.startsAt}
              column={column}
              top={top}
              hatchId={hatchId}
              x={place(index + (1 - FILLED[period]) / 2)}
              width={place(FILLED[period])}
            />
          ))}
          <rect
            className={styles.chosen}
            fill="none"
            data-pointed={isPointed || undefined}
            x={place(chosen)}
            width={place(1)}
            y="1"
            height={HEIGHT + HEADROOM - 2}
            rx="3"
          />
        </svg>
        <div className={styles.lines} aria-hidden="true">
          {lines.map((line) => (
            <span key={line} style={{ insetBlockStart: yOf(line) }}>
              {number(line)}
            </span>
          ))}
        </div>
      </div>
      <div className={styles.names} style={gutter} aria-hidden="true">
        {columns.map((column, index) => (
          <span
            key={column.startsAt}
            style={{ insetInlineStart: place(index + 0.5) }}
            data-room={roomOf(index)}
          >
            {shortNameOf(column, index === last)}
          </span>
        ))}
      </div>
      <p className={styles.readout} aria-hidden="true">
        <b>{name}</b> {calls}
      </p>
    </div>
  )

  function yOf(line: number) {
    return HEADROOM + HEIGHT * (1 - line / top) - 0.5
  }

  function place(columnsBefore: number) {
    return `${(100 * columnsBefore) / columns.length}%`
  }

  function roomOf(index: number) {
    const { wide, narrow } = NAMED[period]
    if ((last - index) % narrow === 0) return 'always'
    return (last - index) % wide === 0 ? 'wide' : 'never'
  }

  function chooseAt({ clientX, currentTarget }: PointerEvent) {
    const { left, width } = currentTarget.getBoundingClientRect()
    setIsPointed(true)
    const index = Math.floor(((clientX - left) / width) * columns.length)
    choose(Math.min(last, Math.max(0, index)))
  }
}

type BarProps = { column: Column; top: number; hatchId: string; x: string; width: string }

/** The kinds of a column, one upon the other. */
function Bar({ column, top, hatchId, x, width }: BarProps) {
  let base = HEADROOM + HEIGHT
  return kinds.map((kind) => {
    const calls = column[kind]
    if (calls === 0) return null
    const height = Math.max(LEAST_HEIGHT[kind], (calls / top) * HEIGHT)
    base -= height
    return <CallsPart key={kind} kind={kind} hatchId={hatchId} x={x} width={width} y={base} height={height} />
  })
}
