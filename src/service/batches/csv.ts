import type { BatchFailure } from '#contract/batches.ts'

/** Failures as CSV with a heading. Source: RFC 4180. */
export function csvOf(failures: BatchFailure[]): string {
  const lines = failures.map(({ line, id, reason }) => `${line},${quoted(id)},${reason}`)
  return ['line,id,reason', ...lines].map((line) => `${line}\r\n`).join('')
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
