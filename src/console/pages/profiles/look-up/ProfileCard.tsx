import { useState } from 'react'
import type { ShownProfile } from '#contract/profiles.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import { CopyBlock } from '../../../ui/CopyBlock.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { TimeZone } from '../../../ui/TimeZone.tsx'
import styles from './LookUpPage.module.css'
import { jsonOf } from './profile-json.ts'
import { useWords } from './use-words.ts'
import { Value } from './Value.tsx'
import type { Words } from './words/en.ts'

type Attribute = ShownProfile['attributes'][number]

/** A visitor's attributes, the last changed first, as a table or as jobs read them. */
export function ProfileCard({ profile }: { profile: ShownProfile }) {
  const words = useWords()
  const { number, instant } = useFormats()
  const [view, setView] = useState<'table' | 'json'>('table')
  const { idKind, id, modifiedAt, attributes } = profile
  return (
    <Card
      title={words.found(idKind, id)}
      help={<Help to="console#one-visitor" about={words.visitor} />}
      advice={`${words.attributes(attributes.length, number(attributes.length))} ${words.lastChanged(instant(modifiedAt))}`}
      actions={
        <RadioGroup
          legend={words.view}
          isLegendHidden
          choices={[
            { value: 'table', label: words.table },
            { value: 'json', label: 'JSON' },
          ]}
          value={view}
          onChange={setView}
        />
      }
    >
      {view === 'json' ? (
        <CopyBlock label={words.asJson} text={jsonOf(profile)} />
      ) : (
        attributes.length > 0 && (
          <>
            <Table
              label={words.found(idKind, id)}
              columns={columnsIn(words)}
              rows={attributes}
              keyOf={({ name }) => name}
            />
            <TimeZone />
          </>
        )
      )}
    </Card>
  )
}

const columnsIn = ({ attribute, value, changed }: Words): Column<Attribute>[] => [
  {
    title: attribute,
    cell: ({ name }) => (
      <code className={styles.text} translate="no">
        {name}
      </code>
    ),
  },
  { title: value, cell: (shown) => <Value text={shown.value} /> },
  { title: changed, cell: ({ modifiedAt }) => <Moment at={modifiedAt} /> },
]
