import { useMessages } from '../../messages/MessagesProvider.tsx'
import { copyKeys, isApple } from '../../ui/clipboard.ts'
import { type Column, Table } from '../../ui/Table.tsx'
import styles from './DocsPage.module.css'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

const EVERYWHERE = ['tab', 'skip', 'enter', 'space', 'arrows', 'escape'] as const
const ON_IMPLEMENTATION = ['copy', 'chart', 'test', 'name'] as const

type Keys = (typeof EVERYWHERE | typeof ON_IMPLEMENTATION)[number]

/** What keys do in the console. */
export function Keyboard() {
  const { names, about, keyboard } = useWords()
  const { shell } = useMessages()
  const columns: Column<Keys>[] = [
    { title: keyboard.keys, cell: (keys) => nameOf(keys, keyboard.names) },
    { title: keyboard.effect, cell: (keys) => keyboard.effects[keys] },
  ]
  const parts = [
    { title: keyboard.everywhere, rows: EVERYWHERE },
    { title: shell.pages.implementation, rows: ON_IMPLEMENTATION },
  ]
  return (
    <article className={styles.text}>
      <h1>{names.keyboard}</h1>
      <p>{about.keyboard}</p>
      {parts.map(({ title, rows }) => (
        <section key={title} className={styles.keys}>
          <h2>{title}</h2>
          <Table label={title} columns={columns} rows={rows} keyOf={(keys) => keys} />
        </section>
      ))}
    </article>
  )
}

/** As the keyboard of this machine has them. */
function nameOf(keys: Keys, names: Words['keyboard']['names']): string {
  if (keys === 'copy') return copyKeys()
  if (keys === 'test') return isApple() ? '⌘Enter' : 'Ctrl+Enter'
  return names[keys]
}
