import type { Passkey } from '#contract/passkeys.ts'
import { handFocusTo } from '../../hand-focus.ts'
import { Button } from '../../ui/Button.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import styles from './AccountPage.module.css'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

/** Id of what has the focus when the button that was pressed has gone. */
export const OWN_PASSKEYS = 'own-passkeys'
export const handFocusOn = handFocusTo(OWN_PASSKEYS)

type Acts = { onRename: (passkey: Passkey) => void; onRemove: (passkey: Passkey) => void }

/** One's passkeys, each with what can be done about it. */
export function PasskeysTable({ passkeys, ...acts }: Acts & { passkeys: readonly Passkey[] }) {
  const words = useWords()
  return (
    <Table label={words.passkeys} columns={columnsFor(words, acts)} rows={passkeys} keyOf={({ id }) => id} />
  )
}

const columnsFor = (words: Words, { onRename, onRemove }: Acts): Column<Passkey>[] => [
  {
    title: words.passkey,
    cell: ({ name, host, isOfThisHost, isBackedUp }) => (
      <>
        <span>{name}</span>
        {!isOfThisHost && <div className={styles.muted}>{words.forHost(host)}</div>}
        {isBackedUp && <div className={styles.muted}>{words.backedUp}</div>}
      </>
    ),
  },
  { title: words.added, cell: ({ createdAt }) => <Moment at={createdAt} /> },
  {
    title: words.lastUsed,
    cell: ({ lastUsedAt }) => (lastUsedAt === null ? words.neverUsed : <Moment at={lastUsedAt} />),
  },
  {
    title: words.rename,
    isTitleHidden: true,
    cell: (passkey) => (
      <div className={styles.acts} ref={handFocusOn}>
        <Button size="small" aria-label={words.renameThis(passkey.name)} onClick={() => onRename(passkey)}>
          {words.rename}
        </Button>
        <Button
          size="small"
          variant="asks-first"
          aria-label={words.removeThis(passkey.name)}
          onClick={() => onRemove(passkey)}
        >
          {words.remove}
        </Button>
      </div>
    ),
  },
]
