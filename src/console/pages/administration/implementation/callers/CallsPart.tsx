import type { ComponentProps } from 'react'
import styles from './CallsPart.module.css'
import type { Kind } from './periods.ts'

type Props = ComponentProps<'rect'> & {
  kind: Kind
  /** Of the `Hatch` in the same drawing. */
  hatchId: string
}

/** Calls of one kind, in a column or in the legend: solid, hatched, hollow, or as refused. */
export const CallsPart = ({ kind, hatchId, ...place }: Props) => (
  <rect
    {...place}
    className={styles.part}
    data-kind={kind}
    fill={kind === 'overlappingToken' ? `url(#${hatchId})` : undefined}
    rx="1.5"
  />
)

/** What hatched parts of a drawing are filled with. */
export const Hatch = ({ id }: { id: string }) => (
  <defs>
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className={styles.hatch} width="2.5" height="6" />
    </pattern>
  </defs>
)
