import { useRef, useState } from 'react'

/** An instant to choose; `atMs`: milliseconds since 1970. */
export type TimeOption = { value: string; label: string; atMs: number }

/** The choice of a day, which counts to its end, or of a minute. */
export type TimeField = 'date' | 'datetime-local'

/** The choice that brings the field. */
export const OTHER = 'other'

type Asked = {
  options: readonly TimeOption[]
  /** What is chosen until something else is picked. */
  first: string
  field: TimeField
  /** Milliseconds since 1970. */
  earliestMs: number
  latestMs: number
}

export type TimeChoice = ReturnType<typeof useTimeChoice>

/** An instant, chosen from a few or given in a field. What is wrong with the field is said once it is tried to go on. */
export function useTimeChoice({ options, first, field, earliestMs, latestMs }: Asked) {
  const [picked, setPicked] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const fieldRef = useRef<HTMLInputElement>(null)
  // What was picked may be offered no more, for time goes by.
  const isOffered = picked === OTHER || options.some((option) => option.value === picked)
  const value = picked !== null && isOffered ? picked : first
  const chosen = options.find((option) => option.value === value)
  const givenMs = instantOf(text, field, latestMs)
  const problem = chosen ? null : problemOf(givenMs, earliestMs, latestMs)

  return {
    options,
    value,
    choose: (next: string) => {
      if (next === OTHER && chosen) setText(textOf(chosen.atMs, field))
      setPicked(next)
      setIsChecked(false)
    },
    field: {
      kind: field,
      text,
      change: setText,
      min: textOf(earliestMs, field),
      max: textOf(latestMs, field),
    },
    fieldRef,
    earliestMs,
    latestMs,
    /** Null while the field does not do. */
    atMs: problem === null ? (chosen?.atMs ?? givenMs) : null,
    /** Null until it was tried to go on. */
    problem: isChecked ? problem : null,
    /** Says what is wrong with the field, if anything, and gives it the focus. @returns whether one can go on */
    check: () => {
      setIsChecked(true)
      if (problem !== null) fieldRef.current?.focus()
      return problem === null
    },
  }
}

function problemOf(atMs: number, earliestMs: number, latestMs: number): 'missing' | 'out-of-bounds' | null {
  if (Number.isNaN(atMs)) return 'missing'
  return atMs < earliestMs || atMs > latestMs ? 'out-of-bounds' : null
}

/** As the field has it, in the reader's own time zone. */
function textOf(ms: number, field: TimeField): string {
  const local = ms - new Date(ms).getTimezoneOffset() * 60_000
  return new Date(local).toISOString().slice(0, field === 'date' ? 10 : 16)
}

/** The last day that can be chosen ends when the choice does. */
function instantOf(text: string, field: TimeField, latestMs: number): number {
  if (field === 'datetime-local') return Date.parse(text)
  const endsAt = Date.parse(`${text}T23:59`)
  return text === textOf(latestMs, field) ? Math.min(endsAt, latestMs) : endsAt
}
