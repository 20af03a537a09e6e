import { useId } from 'react'
import * as v from 'valibot'
import { Role } from '#contract/roles.ts'
import type { Workspace } from '#contract/workspaces.ts'
import { useMessages } from '../../../messages/MessagesProvider.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Abilities } from './Abilities.tsx'
import type { Held } from './held.ts'
import styles from './RolesEditor.module.css'
import { useWords } from './use-words.ts'

type Props = {
  held: Held
  /** In which the person who edits may give roles. */
  workspaces: readonly Workspace[]
  mayMakeSysadmin: boolean
  /** What is wrong with it, as a whole sentence. */
  error?: string | undefined
  onChange: (held: Held) => void
}

/** What someone is to hold, a role in each workspace, with what that allows beside it. */
export function RolesEditor({ held, workspaces, mayMakeSysadmin, error, onChange }: Props) {
  const words = useWords()
  const { shell } = useMessages()
  const id = useId()
  const { roles } = held
  const unused = workspaces.filter((workspace) => roles.every((one) => one.workspace !== workspace.id))
  const [next] = unused
  const set = (index: number, change: Partial<Held['roles'][number]>) =>
    onChange({ ...held, roles: roles.map((one, place) => (place === index ? { ...one, ...change } : one)) })
  return (
    <div className={styles.editor}>
      <fieldset aria-describedby={`${id}-error`}>
        <legend>{words.roles}</legend>
        {roles.map(({ workspace, role }, index) => (
          <div key={workspace} className={styles.row}>
            <SelectField
              label={words.role}
              choices={Role.options.map((value) => ({ value, label: shell.roles[value] }))}
              value={role}
              onChange={({ currentTarget: { value } }) => v.is(Role, value) && set(index, { role: value })}
            />
            <SelectField
              label={words.inWorkspace}
              choices={workspaces
                .filter((one) => one.id === workspace || unused.includes(one))
                .map(({ id: value, name }) => ({ value, label: name }))}
              value={workspace}
              onChange={({ currentTarget: { value } }) => set(index, { workspace: value })}
            />
            <Button
              size="small"
              aria-label={words.of(words.takeAway, shell.roles[role])}
              onClick={() => {
                document.getElementById(`${id}-add`)?.focus()
                onChange({ ...held, roles: roles.filter((_one, place) => place !== index) })
              }}
            >
              {words.takeAway}
            </Button>
          </div>
        ))}
        <Button
          id={`${id}-add`}
          size="small"
          variant="quiet"
          icon="add"
          isDisabled={next === undefined}
          onClick={() =>
            next && onChange({ ...held, roles: [...roles, { workspace: next.id, role: 'observer' }] })
          }
        >
          {roles.length === 0 ? words.addRole : words.addAnotherRole}
        </Button>
        {mayMakeSysadmin && (
          <Checkbox
            label={shell.roles.sysadmin}
            isChecked={held.sysadmin}
            onChange={(sysadmin) => onChange({ ...held, sysadmin })}
          />
        )}
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      </fieldset>
      <Abilities held={held} />
    </div>
  )
}
