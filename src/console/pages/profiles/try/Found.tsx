import type { ProfileIdKind } from '#contract/profiles.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { faultText } from './fault-text.ts'
import type { FileRow, ReadFile } from './reading/read-file.ts'
import styles from './TryPage.module.css'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

type Props = {
  name: string
  found: ReadFile
  onIdKind: (idKind: ProfileIdKind) => void
}

/** What a file holds: how it is written, what is wrong with it, and its first rows as they would be stored. */
export function Found({ name, found, onIdKind }: Props) {
  const words = useWords()
  const { number } = useFormats()
  const { header, rowCount, firstRows, encoding, separator } = found
  const form = separator === null ? words.isBatch : words.isTable(words.separators[separator] ?? separator)
  const isText = !found.firstFaults.some(({ kind }) => kind === 'not-text')
  return (
    <Card
      title={name}
      help={<Help to="console#the-file" about={name} />}
      advice={isText && `${words.rows(rowCount, number(rowCount))} ${form} ${words.encodings[encoding]}`}
    >
      <Faults found={found} />
      {separator !== null && found.firstFaults.some(({ kind }) => kind === 'first-column') && (
        <RadioGroup<ProfileIdKind | ''>
          legend={words.firstColumnIs}
          choices={(['thirdPartyId', 'pcId'] as const).map((kind) => ({
            value: kind,
            label: kind,
            lang: 'en',
          }))}
          value=""
          onChange={(kind) => kind !== '' && onIdKind(kind)}
        />
      )}
      {header !== null && firstRows.length > 0 && (
        <section className={styles.part}>
          <h3>{words.firstRows}</h3>
          <Table
            label={words.firstRows}
            columns={columnsIn(header, words, number)}
            rows={firstRows}
            keyOf={({ line }) => String(line)}
          />
        </section>
      )}
    </Card>
  )
}

function Faults({ found }: { found: ReadFile }) {
  const words = useWords()
  const { number } = useFormats()
  const { faultCount, firstFaults, isHopeless } = found
  if (faultCount === 0) return <Notice tone="success" title={words.noFault} />
  return (
    <Notice
      tone="error"
      title={isHopeless ? words.cannotBeSent : words.faulty(faultCount, number(faultCount))}
    >
      <ul className={styles.faults}>
        {firstFaults.map((fault, index) => (
          <li key={index}>
            {'line' in fault && fault.line !== null && (
              <strong>
                <span>{words.line(number(fault.line))}</span>{' '}
              </strong>
            )}
            <span>{faultText(fault, words, number)}</span>
          </li>
        ))}
      </ul>
      {faultCount > firstFaults.length && <p>{words.moreFaults(number(faultCount - firstFaults.length))}</p>}
    </Notice>
  )
}

/** So many attributes are shown beside the identifier. */
const SHOWN_ATTRIBUTES = 6

function columnsIn(
  { idKind, attributeNames }: NonNullable<ReadFile['header']>,
  { lineColumn }: Words,
  number: (amount: number) => string,
): Column<FileRow>[] {
  const code = (text = '') => (
    <code className={styles.cell} translate="no">
      {text}
    </code>
  )
  return [
    { title: idKind, cell: ({ id }) => code(id) },
    { title: lineColumn, isNumber: true, cell: ({ line }) => number(line) },
    ...attributeNames
      .slice(0, SHOWN_ATTRIBUTES)
      .map((title, index) => ({ title, cell: ({ values }: FileRow) => code(values[index]) })),
  ]
}
