import { useRef, useState } from 'react'
import { ActFilter } from '#contract/audit.ts'
import { Button } from '../../../ui/Button.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { dayIn, type Filters, NO_FILTERS, searchOf } from './filters.ts'
import styles from './FilterFields.module.css'
import type { Overview } from './queries.ts'
import { useWords } from './use-words.ts'

type Props = {
  filters: Filters
  people: Overview['people']
  /** @param isFurther the same field was changed just before: going back leaves both changes at once */
  onChange: (filters: Filters, isFurther: boolean) => void
}

/** What of the log to show: by whom, what, from which day to which. */
export function FilterFields({ filters, people, onChange }: Props) {
  const words = useWords()
  const personRef = useRef<HTMLSelectElement>(null)
  const { person, act, from, to } = filters
  const isKnown = person === null || people.some(({ id }) => id === person)
  const isFiltered = searchOf(filters) !== ''
  return (
    <div className={styles.filters}>
      <SelectField
        ref={personRef}
        label={words.person}
        choices={[
          { value: '', label: words.anyone },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
          ...(isKnown ? [] : [{ value: person, label: person }]),
        ]}
        value={person ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ ...filters, person: value || null }, false)}
      />
      <SelectField
        label={words.act}
        choices={[
          { value: '', label: words.everything },
          ...ActFilter.options.map((value) => ({
            value,
            label: value === 'all-but-sign-ins' ? words.allButSignIns : words.acts[value],
          })),
        ]}
        value={act ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filters, act: ActFilter.options.find((known) => known === value) ?? null }, false)
        }
      />
      <DayField
        label={words.from}
        day={from}
        onChange={(day, isFurther) => onChange({ ...filters, from: day }, isFurther)}
      />
      <DayField
        label={words.to}
        day={to}
        error={from !== null && to !== null && to < from ? words.toBeforeFrom : undefined}
        onChange={(day, isFurther) => onChange({ ...filters, to: day }, isFurther)}
      />
      <div className={styles.foot}>
        <p>{words.zone(ownTimeZone())}</p>
        {isFiltered && (
          <Button
            size="small"
            variant="quiet"
            onClick={() => {
              personRef.current?.focus()
              onChange(NO_FILTERS, false)
            }}
          >
            {words.clear}
          </Button>
        )}
      </div>
    </div>
  )
}

const ownTimeZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

type DayFieldProps = {
  label: string
  day: string | null
  error?: string | undefined
  onChange: (day: string | null, isFurther: boolean) => void
}

/** A day, which counts once it is whole: while it is typed, its year is one of the first centuries. */
function DayField({ label, day, error, onChange }: DayFieldProps) {
  const [typed, setTyped] = useState({ day, text: day ?? '' })
  const wasChanged = useRef(false)
  // Another address, such as by going back, has another day.
  if (typed.day !== day) setTyped({ day, text: day ?? '' })
  return (
    <TextField
      label={label}
      type="date"
      value={typed.text}
      error={error}
      onChange={({ currentTarget: { value, validity } }) => {
        const next = dayIn(value)
        const isWhole = next !== null || (value === '' && !validity.badInput)
        setTyped({ day: isWhole ? next : day, text: value })
        if (!isWhole || next === day) return
        onChange(next, wasChanged.current)
        wasChanged.current = true
      }}
      onBlur={() => {
        wasChanged.current = false
      }}
    />
  )
}
