import { use, useState } from 'react'
import { DownloadLink } from '../../ui/DownloadLink.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import styles from './DocsPage.module.css'
import { openApi, type OpenApi, type Operation, type Parameter, type Schema } from './open-api.ts'
import { outlineOf } from './outline.ts'
import { useWords } from './use-words.ts'

type Schemas = OpenApi['components']['schemas']
type Call = Operation & { path: string; method: string }

/** Every operation of the API, as the service describes it to machines; one that is pressed says all of itself. */
export function Reference() {
  const { names, about } = useWords()
  const { tags, paths, components } = use(openApi())
  const calls = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): Call => ({ ...operation, path, method })),
  )
  return (
    <article className={styles.text}>
      <h1>{names.reference}</h1>
      <p>{about.reference}</p>
      <div>
        <DownloadLink href="/openapi.json" fileName="openapi.json">
          openapi.json
        </DownloadLink>
      </div>
      {tags.map(({ name }) => (
        <section key={name} aria-labelledby={idOf(name)}>
          <h2 id={idOf(name)} lang="en">
            {name}
          </h2>
          {calls
            .filter((call) => call.tags.includes(name))
            .map((call) => (
              <CallDetails key={call.operationId} call={call} schemas={components.schemas} />
            ))}
        </section>
      ))}
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
          {description !== undefined && <p lang="en">{description}</p>}
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
                <strong>{status}</strong> {answer.description}
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
    { title: words.meaning, cell: (parameter) => parameter.description },
  ]
  return (
    <>
      <h3>{words.parameters}</h3>
      <Table label={words.parameters} columns={columns} rows={parameters} keyOf={({ name }) => name} />
    </>
  )
}

/** In each media type that it may have. */
function Body({ content, schemas }: { content: Record<string, { schema?: Schema }>; schemas: Schemas }) {
  return Object.entries(content).map(([mediaType, { schema }]) => (
    <div key={mediaType}>
      <code translate="no">{mediaType}</code>
      {schema && <pre translate="no">{outlineOf(schema, schemas)}</pre>}
    </div>
  ))
}
