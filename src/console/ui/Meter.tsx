import styles from './Meter.module.css'

type Props = {
  done: number
  /** Of which it is not known. */
  unknown: number
  open: number
}

/** How many are drawn apart; more become shares of one bar. */
const DRAWN_APART = 12

/** How far several have come; the words beside it say the same. */
export function Meter({ done, unknown, open }: Props) {
  const parts = [
    { kind: 'done', amount: done },
    { kind: 'unknown', amount: unknown },
    { kind: 'open', amount: open },
  ]
  const areApart = done + unknown + open <= DRAWN_APART
  return (
    <span className={styles.meter} aria-hidden="true">
      {parts.flatMap(({ kind, amount }) =>
        areApart
          ? Array.from({ length: amount }, (_, index) => <span key={`${kind}${index}`} data-kind={kind} />)
          : amount > 0 && <span key={kind} data-kind={kind} style={{ flexGrow: amount }} />,
      )}
    </span>
  )
}
