/** The value that so many of a hundred do not exceed. */
export function percentile(percent: number, values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? Number.NaN
}

export const median = (values: number[]) => percentile(50, values)

export const print = (line: string) => process.stdout.write(`${line}\n`)
