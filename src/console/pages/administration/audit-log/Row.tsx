import { type RefCallback, useState } from 'react'
import type { AuditEntry } from '#contract/audit.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { type Fact, factsOf } from './facts.ts'
import { piecesOf } from './named.ts'
import { sentenceOf } from './sentence.ts'
import styles from './Row.module.css'
import { type Telling, useTelling } from './telling.ts'

type Props = {
  entry: AuditEntry
  /** Of the time of day. */
  time: Intl.DateTimeFormat
  lineRef?: RefCallback<HTMLElement> | undefined
}

/** A record: when, what happened, from where; pressed, all else that is kept of it. */
export function Row({ entry, time, lineRef }: Props) {
  const telling = useTelling()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className={styles.row} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary ref={lineRef}>
        <Icon name="chevron" size={14} />
        <time dateTime={entry.at}>{time.format(new Date(entry.at))}</time>
        <span className={styles.sentence}>{whatHappened(entry, telling)}</span>
        <span className={styles.where}>{whereFrom(entry, telling)}</span>
      </summary>
      {isOpen && (
        <div className={styles.facts}>
          <Facts>
            {' '}
            {allFactsOf(entry, telling).map(({ label, text, isCode }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{isCode ? <code translate="no">{text}</code> : text}</dd>
              </div>
            ))}
          </Facts>{' '}
        </div>
      )}
    </details>
  )
}

function whatHappened(entry: AuditEntry, telling: Telling) {
  const { words } = telling
  if (entry.action === 'unreadable') return <Marked icon="alert">{words.unreadable}</Marked>
  const pieces = piecesOf(sentenceOf(entry, telling))
  return (
    <>
      {entry.result === 'refused' && <Marked icon="refused">{`${words.refused} `}</Marked>}
      {/* oxlint-disable-next-line react/no-array-index-key -- pieces of one sentence have nothing but their place */}
      {pieces.map((piece, index) => (index % 2 === 1 ? <bdi key={index}>{piece}</bdi> : piece))}
    </>
  )
}

const Marked = ({ icon, children }: { icon: 'alert' | 'refused'; children: string }) => (
  <span className={styles.marked}>
    <Icon name={icon} size={14} />
    {children}
  </span>
)

function whereFrom(entry: AuditEntry, { words }: Telling) {
  if (entry.action === 'unreadable') return null
  if (entry.actor.kind === 'operator') return words.thisMachine
  return entry.remoteAddress === null ? null : <code translate="no">{entry.remoteAddress}</code>
}

function allFactsOf(entry: AuditEntry, telling: Telling): Fact[] {
  if (entry.action !== 'unreadable') return factsOf(entry, telling)
  const { facts } = telling.words
  const { at, position } = entry
  return [
    { label: facts.when, text: telling.formats.instant(at) },
    ...(position === null ? [] : [{ label: facts.record, text: telling.formats.number(position) }]),
  ]
}
