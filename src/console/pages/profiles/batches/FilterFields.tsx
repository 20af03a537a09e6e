import { BATCH_COUNT_LIMIT, BatchFilter, type BatchList } from '#contract/batches.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import styles from './BatchesPage.module.css'
import { type Filters, periods } from './filters.ts'
import { useWords } from './use-words.ts'

type Props = {
  filters: Filters
  /** Left out while they are not known. */
  counts: BatchList['counts'] | undefined
  onChange: (filters: Filters) => void
}

const kinds = ['all', ...BatchFilter.options] as const

/** Which batches to show: what became of them, and since when. */
export function FilterFields({ filters, counts, onChange }: Props) {
  const words = useWords()
  const { number } = useFormats()
  const counted = (kind: (typeof kinds)[number]) => {
    if (counts === undefined) return ''
    const count = counts[kind]
    return count === null ? ` ${number(BATCH_COUNT_LIMIT)}+` : ` ${number(count)}`
  }
  return (
    <div className={styles.filters}>
      <RadioGroup
        legend={words.show}
        isLegendHidden
        choices={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] + counted(kind) }))}
        value={filters.only ?? 'all'}
        onChange={(kind) => onChange({ ...filters, only: kind === 'all' ? null : kind })}
      />
      <SelectField
        label={words.receivedIn}
        choices={[
          { value: '', label: words.anyTime },
          ...periods.map((value) => ({ value, label: words.periods[value] })),
        ]}
        value={filters.last ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filters, last: periods.find((period) => period === value) ?? null })
        }
      />
    </div>
  )
}
