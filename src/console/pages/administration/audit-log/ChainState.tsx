import type { ChainCheck } from '#contract/audit.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { useServiceNow } from '../../../messages/service-clock.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import styles from './ChainState.module.css'
import type { Overview } from './queries.ts'
import { daysOf } from './sentence.ts'
import { useWords } from './use-words.ts'

const VERIFY = 'npm run verify-audit'

/** Whether the records are as they were written, and how long they are kept. */
export function ChainState({ overview: { chain, keptDays } }: { overview: Overview }) {
  const words = useWords()
  const formats = useFormats()
  const kept = keptDays === 0 ? words.keptForEver : words.kept(daysOf(keptDays, formats))
  const further = `${kept} ${words.exportIsRecorded}`
  if (chain !== null && chain.firstFault !== null) {
    return (
      <Broken chain={chain} fault={chain.firstFault}>
        {further}
      </Broken>
    )
  }
  return (
    <div className={styles.state}>
      <Icon name={chain === null ? 'info' : 'shield'} size={18} />
      <p>
        {chain === null ? <span>{words.notChecked}</span> : <Unbroken chain={chain} />} {further}
      </p>
    </div>
  )
}

function Unbroken({ chain: { since, checkedAt, recordCount } }: { chain: ChainCheck }) {
  const words = useWords()
  const { date, number, when } = useFormats()
  const checked = when(checkedAt, useServiceNow(), true)
  return (
    <>
      <strong>{words.unbroken(date(since ?? checkedAt))}</strong>{' '}
      <span>{words.chained(recordCount, number(recordCount), checked)}</span>
    </>
  )
}

type BrokenProps = { chain: ChainCheck; fault: NonNullable<ChainCheck['firstFault']>; children: string }

function Broken({ chain: { checkedAt, faultCount }, fault, children }: BrokenProps) {
  const words = useWords()
  const { number, when } = useFormats()
  const now = useServiceNow()
  const { kind, position, isOfClient } = fault
  return (
    <Notice tone="error" title={words.broken}>
      <p>
        <span>{position === null ? words.faultWithoutPlace : words.faults[kind](number(position))}</span>{' '}
        {!isOfClient && <span>{`${words.ofNoClient} `}</span>}
        {faultCount > 1 && <span>{`${words.furtherFaults(faultCount, number(faultCount))} `}</span>}
        {words.verify} <code translate="no">{VERIFY}</code>.
      </p>
      <p>
        <span>{words.checkedAt(when(checkedAt, now, true))}</span> {children}
      </p>
    </Notice>
  )
}
