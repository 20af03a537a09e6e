import type { BatchFault } from '#batch-file/batch-fault.ts'
import type { ProfileIdKind } from '#contract/profiles.ts'

/**
 * Writes a table as a batch: `batch=`, then a line a row, what would part cells, or quote one, percent-encoded. A row without anything in it
 * becomes a blank line, so that lines are counted as a spreadsheet counts rows.
 *
 * @param idKind what the first column is; null: as its name says
 * @param passOver told of what no batch can say
 */
export async function* bodyOf(
  tables: AsyncIterable<string[][]>,
  idKind: ProfileIdKind | null,
  passOver: (fault: BatchFault) => void,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let line = 0
  for await (const rows of tables) {
    const lines = rows.map((cells) => {
      line += 1
      if (line === 1)
        return `batch=${[idKind ?? idKindIn(cells[0]), ...cells.slice(1)].map(encoded).join(',')}`
      if (!cells.some((cell) => cell.trim() !== '')) return ''
      if (!cells.some((cell) => cell.includes(NO_CHARACTER))) return cells.map(encoded).join(',')
      passOver({ kind: 'not-utf8', line })
      return ''
    })
    yield encoder.encode(lines.map((text) => `${text}\n`).join(''))
  }
}

/** What a decoder makes of bytes that are no character. */
const NO_CHARACTER = '\uFFFD'

const encoded = (cell: string) => cell.replaceAll(/(?<=^\s*)"|[%,\r\n]/g, encodeURIComponent)

/** The name of the first column, in the service's spelling where it is another one; without what makes a line the header of a batch. */
function idKindIn(name = ''): string {
  const known: Record<string, ProfileIdKind> = { pcid: 'pcId', thirdpartyid: 'thirdPartyId' }
  const own = name.trim().replace(/^batch=/, '')
  return known[own.toLowerCase().replaceAll(/[ _-]/g, '')] ?? own
}
