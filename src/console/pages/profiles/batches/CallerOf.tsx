import type { BatchSummary } from '#contract/batches.ts'
import { useWords } from './use-words.ts'

/** Who sent a batch, with what, and by what its rows name profiles. */
export function CallerOf({ batch: { caller, version, idKind } }: { batch: BatchSummary }) {
  const words = useWords()
  const name = caller?.name ?? caller?.address
  const facts = [caller?.userAgent, `v${version}`, idKind].filter((fact) => fact != null)
  return (
    <>
      <span translate={name == null ? undefined : 'no'}>{name ?? words.unknownCaller}</span>
      <small translate="no">{facts.join(' · ')}</small>
    </>
  )
}
