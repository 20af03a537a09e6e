import { useState } from 'react'
import * as v from 'valibot'
import { RoleFilter, UserStateKind, type UserList } from '#contract/users.ts'
import type { Workspace } from '#contract/workspaces.ts'
import { useFormats, useMessages } from '../../../messages/MessagesProvider.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Filters } from './filters.ts'
import styles from './UsersPage.module.css'
import { useWords } from './use-words.ts'

type Props = {
  filters: Filters
  counts: UserList['counts'] | undefined
  workspaces: readonly Workspace[]
  onChange: (filters: Filters) => void
}

const STATES = ['all', ...UserStateKind.options] as const

/** Which people to show. */
export function FilterFields({ filters, counts, workspaces, onChange }: Props) {
  const words = useWords()
  const { shell } = useMessages()
  const { number } = useFormats()
  return (
    <div className={styles.filters}>
      <SearchField search={filters.search} onChange={(search) => onChange({ ...filters, search })} />
      <SelectField
        label={words.role}
        choices={[
          { value: '', label: words.anyRole },
          ...RoleFilter.options.map((value) => ({ value, label: shell.roles[value] })),
        ]}
        value={filters.role ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filters, role: v.is(RoleFilter, value) ? value : null })
        }
      />
      <SelectField
        label={words.workspace}
        choices={[
          { value: '', label: words.anyWorkspace },
          ...workspaces.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filters.workspace ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ ...filters, workspace: value || null })}
      />
      <div className={styles.states}>
        {counts ? (
          <RadioGroup
            legend={words.state}
            isLegendHidden
            layout="fill"
            choices={STATES.map((value) => ({ value, label: words.states[value](number(counts[value])) }))}
            value={filters.state ?? 'all'}
            onChange={(state) => onChange({ ...filters, state: state === 'all' ? null : state })}
          />
        ) : (
          <Skeleton lines={1.7} narrow={4.24} />
        )}
      </div>
    </div>
  )
}

/** Looked for once it is whole: a list that is asked for leaves a record. */
function SearchField({
  search,
  onChange,
}: {
  search: string | null
  onChange: (search: string | null) => void
}) {
  const words = useWords()
  const [typed, setTyped] = useState({ search, text: search ?? '' })
  // Another address, such as by going back, has another search.
  if (typed.search !== search) setTyped({ search, text: search ?? '' })
  const lookFor = () => {
    const next = typed.text.trim() || null
    if (next !== search) onChange(next)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        lookFor()
      }}
    >
      <TextField
        label={words.search}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        maxLength={200}
        value={typed.text}
        onChange={(event) => setTyped({ search, text: event.currentTarget.value })}
        onBlur={lookFor}
      />
    </form>
  )
}
