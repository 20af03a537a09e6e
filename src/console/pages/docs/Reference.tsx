import { use, useState } from 'react'
import { useFormats } from '../../messages/MessagesProvider.tsx'
import { DownloadLink } from '../../ui/DownloadLink.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { codeIn } from './code-in.ts'
import styles from './DocsPage.module.css'
import { Finder } from './Finder.tsx'
import { isFoundBy } from './finding.ts'
import { openApi, type OpenApi, type Operation, type Parameter, type Schema } from './open-api.ts'
import { outlineOf } from './outline.ts'
import { Pieces } from './Pieces.tsx'
import { useSought } from './use-sought.ts'
import { useWords } from './use-words.ts'

type Schemas = OpenApi['components']['schemas']
type Call = Operation & { path: string; method: string }

/** Every operation of the API, as the service describes it to machines; one that is pressed says all of itself. */
export function Reference() {
  const { names, about, reference } = useWords()
  const { number } = useFormats()
  const { tags, paths, components } = use(openApi())
  const { text: sought, seek, settle } = useSought()
  const calls = Object.entries(paths)
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]): Call => ({ ...operation, path, method })),
    )
    .filter((call) => isFoundBy(sought, call))
  const found =
    calls.length > 0 ? reference.found(calls.length, number(calls.length)) : reference.noneFound(sought)
  return (
    <article className={styles.text}>
      <h1>{names.reference}</h1>
      <p>{about.reference}</p>
      <div>
        <DownloadLink href="/openapi.json" fileName="openapi.json">
          openapi.json
        </DownloadLink>
      </div>
      <Finder sought={sought} found={found} onSeek={seek} onLeave={settle} />
      {tags.map(({ name }) => {
        const its = calls.filter((call) => call.tags.includes(name))
        return (
          its.length > 0 && (
            <section key={name} aria-labelledby={idOf(name)}>
              <h2 id={idOf(name)} lang="en">
                {name}
              </h2>
              {its.map((call) => (
                <CallDetails key={call.operationId} call={call} schemas={components.schemas} />
              ))}
            </section>
          )
        )
      })}
    </article>
  )
}

/** An id holds no blank. */
const idOf = (name: string) => name.toLowerCase().replaceAll(' ', '-')

function CallDetails({ call, schemas }: { call: Call; schemas: Schemas }) {
  const words = useWords().reference
  const [isOpen, setIsOpen] = useState(false)
  const { method, path, summary, description, parameters = [], requestBody, responses } = call
  return (
    <details
      id={call.operationId}
      className={styles.call}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>
        <Icon name="chevron" size={14} />
        <code translate="no">
          <strong>{method.toUpperCase()}</strong> {path}
        </code>
        <span lang="en">{summary}</span>
      </summary>
      {isOpen && (
        <div>
          {description !== undefined && (
            <p lang="en">
              <Pieces of={codeIn(description)} />
            </p>
          )}
          {parameters.length > 0 && <Parameters parameters={parameters} schemas={schemas} />}
          {requestBody && (
            <>
              <h3>{words.body}</h3>
              <Body content={requestBody.content} schemas={schemas} />
            </>
          )}
          <h3>{words.answers}</h3>
          {Object.entries(responses).map(([status, answer]) => (
            <div key={status}>
              <p lang="en">
                <strong>{status}</strong> <Pieces of={codeIn(answer.description)} />
              </p>
              {status.startsWith('2') && answer.content && (
                <Body content={answer.content} schemas={schemas} />
              )}
            </div>
          ))}
        </div>
      )}
    </details>
  )
}

function Parameters({ parameters, schemas }: { parameters: Parameter[]; schemas: Schemas }) {
  const words = useWords().reference
  const code = (text: string) => <code translate="no">{text}</code>
  const columns: Column<Parameter>[] = [
    { title: words.name, cell: (parameter) => code(parameter.name) },
    { title: words.place, cell: (parameter) => code(parameter.in) },
    { title: words.type, cell: (parameter) => code(outlineOf(parameter.schema, schemas)) },
    { title: words.needed, cell: (parameter) => (parameter.required ? words.yes : words.no) },
    { title: words.meaning, cell: meaningOf },
  ]
  return (
    <>
      <h3>{words.parameters}</h3>
      <Table label={words.parameters} columns={columns} rows={parameters} keyOf={({ name }) => name} />
    </>
  )
}

const meaningOf = ({ description = '' }: Parameter) => <Pieces of={codeIn(description)} />

/** In each media type that it may have. */
function Body({ content, schemas }: { content: Record<string, { schema?: Schema }>; schemas: Schemas }) {
  return Object.entries(content).map(([mediaType, { schema }]) => (
    <div key={mediaType}>
      <code translate="no">{mediaType}</code>
      {schema && <pre translate="no">{outlineOf(schema, schemas)}</pre>}
    </div>
  ))
}
