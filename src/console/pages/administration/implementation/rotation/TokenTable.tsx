import type { ListedToken } from '#contract/rotation.ts'
import { useServiceNow } from '../../../../messages/service-clock.ts'
import { type Column, Table } from '../../../../ui/Table.tsx'
import { TokenActs } from './TokenActs.tsx'
import { StateCell, TokenCell, UsersCell } from './TokenCells.tsx'
import { useWords } from './use-words.ts'

/** A token that is not the current one, and whether it works at this second. */
export type OldToken = { token: ListedToken; isWorking: boolean }

type Acts = {
  /** Id of the token that is being changed. */
  pendingId: string | null
  onAsk: (act: 'extend' | 'end', row: OldToken) => void
  onRestore: (token: ListedToken) => void
}

type Props = {
  rows: readonly OldToken[]
  /** Null for those who may not change them. */
  acts: Acts | null
}

/** By what a token is known, until when it works, who uses it, and what can be done about it. */
export function TokenTable({ rows, acts }: Props) {
  return (
    <Table
      label={useWords().oldTokens}
      rows={rows}
      keyOf={({ token }) => token.id}
      columns={useColumns(acts)}
    />
  )
}

function useColumns(acts: Acts | null): Column<OldToken>[] {
  const words = useWords()
  const nowMs = useServiceNow()
  const facts: Column<OldToken>[] = [
    { title: words.token, cell: ({ token }) => <TokenCell token={token} /> },
    { title: words.state, cell: (row) => <StateCell {...row} nowMs={nowMs} /> },
    { title: words.usedBy, cell: ({ token }) => <UsersCell token={token} /> },
  ]
  if (acts === null) return facts
  const actsOf = (row: OldToken) => (
    <TokenActs
      token={row.token}
      isWorking={row.isWorking}
      isPending={acts.pendingId === row.token.id}
      onAsk={(act) => acts.onAsk(act, row)}
      onRestore={() => acts.onRestore(row.token)}
    />
  )
  return [...facts, { title: words.acts, isTitleHidden: true, cell: actsOf }]
}
