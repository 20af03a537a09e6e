import type { BatchFailure } from '#contract/batches.ts'
import { BYTE_ORDER_MARK, csvLine } from '../http/csv.ts'

/** Failures as CSV with a heading. */
export function csvOf(failures: BatchFailure[]): string {
  const lines = failures.map(({ line, id, reason }) => csvLine([String(line), id, reason]))
  return [BYTE_ORDER_MARK, csvLine(['line', 'id', 'reason']), ...lines].join('')
}
