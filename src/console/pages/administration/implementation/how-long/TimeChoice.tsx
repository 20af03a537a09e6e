import type { ReactNode } from 'react'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { RadioGroup } from '../../../../ui/RadioGroup.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import styles from './TimeChoice.module.css'
import { OTHER, type TimeChoice as Choice } from './use-time-choice.ts'
import type { HowLongWords } from './words/en.ts'

type Props = {
  words: HowLongWords
  legend: string
  /** Names the choice that brings the field; left out where there is none. */
  other?: string | undefined
  choice: Choice
  /** What comes of the choice. */
  children: ReactNode
}

/** A few instants to choose from, a field for any other, and what comes of it. */
export function TimeChoice({ words, legend, other, choice, children }: Props) {
  const { instant } = useFormats()
  const { options, value, choose, field, fieldRef, earliestMs, latestMs, problem } = choice
  const zoned = (ms: number) => instant(new Date(ms).toISOString())
  return (
    <div className={styles.choice}>
      <RadioGroup
        legend={legend}
        layout="fill"
        choices={other === undefined ? options : [...options, { value: OTHER, label: other }]}
        value={value}
        onChange={choose}
      />
      {value === OTHER && (
        <TextField
          label={field.kind === 'date' ? words.date : words.dateAndTime}
          type={field.kind}
          ref={fieldRef}
          min={field.min}
          max={field.max}
          required
          value={field.text}
          onChange={(event) => field.change(event.currentTarget.value)}
          error={
            problem === null
              ? undefined
              : problem === 'missing'
                ? words.missing
                : words.between(zoned(earliestMs), zoned(latestMs))
          }
        />
      )}
      {children}
    </div>
  )
}
