// For the operator: copies everything from SQLite in the data folder to the PostgreSQL database at DATABASE_URL.
import { existsSync } from 'node:fs'
import { auditRecord } from '#service/audit/record.ts'
import type { AuditRecord } from '#service/audit/store.ts'
import { type Client, contextWithoutRequest } from '#service/context.ts'
import type { Cipher } from '#service/ports.ts'
import { insertAudit } from '#storage/sql/audit.ts'
import { type Copied, copyTables, NotEmptyError } from '#storage/sql/copy-tables.ts'
import type { Database } from '#storage/sql/schema.ts'
import type { SqlStorage } from '#storage/sql/sql-storage.ts'
import { readConfig } from '../config.ts'
import { databaseFile, prepareDataFolder } from '../data-folder.ts'
import { openAt, openInDataFolder } from '../database.ts'
import { openCipher } from '../keys.ts'
import { random } from '../random.ts'
import { orRefuse, say } from '../run.ts'
import { StartError } from '../start-error.ts'

await orRefuse(async () => {
  const { client, databaseUrl, dataFolder, encryptionKey } = readConfig(process.env)
  if (databaseUrl === null) throw new StartError('DATABASE_URL must name the PostgreSQL database to move to.')
  const file = databaseFile(dataFolder)
  if (!existsSync(file)) throw new StartError(`There is no ${file} to move.`)

  prepareDataFolder(dataFolder).forEach(say)
  const tell = ({ message }: Error) => say(message)
  const from = await openInDataFolder(dataFolder, { mayBeNew: false, tell })
  const cipher = await openCipher(from.keyCheck, { dataFolder, encryptionKey, databaseUrl: null })
  const to = await openAt(databaseUrl, { mayBeNew: true, tell })
  say(tableOf(await copied(from, to, cipher, recordOfMove(client))))
  await Promise.all([from.close(), to.close()])
  say(
    `Everything is in PostgreSQL. From now on start the service with this DATABASE_URL; ${file} stays as it was.`,
  )
})

function recordOfMove(client: Client): AuditRecord {
  const context = contextWithoutRequest({ client, random, now: () => Date.now() }, 'operator')
  return auditRecord({ random }, context, 'database.moved', client.clientCode, {})
}

async function copied(
  from: SqlStorage,
  to: SqlStorage,
  cipher: Cipher,
  record: AuditRecord,
): Promise<Copied[]> {
  try {
    return await copyTables(from.tables, to.tables, async (copy, counts) => {
      const short = counts.find(({ rowsFrom, rowsTo }) => rowsFrom !== rowsTo)
      if (short) throw new StartError(`Nothing was moved: of ${short.table} not every row arrived.`)
      await requireReadableTokens(copy, cipher)
      await insertAudit(copy, record)
    })
  } catch (error) {
    if (!(error instanceof NotEmptyError)) throw error
    throw new StartError(`The database at DATABASE_URL must be empty. ${error.message}`)
  }
}

async function requireReadableTokens(copy: Database, cipher: Cipher) {
  const tokens = await copy
    .selectFrom('tokens')
    .select(['id', 'sealedSecret'])
    .where('sealedSecret', 'is not', null)
    .execute()
  for (const { id, sealedSecret } of tokens) {
    if (sealedSecret === null) continue
    await cipher.open(sealedSecret, id).catch(() => {
      throw new StartError(`Nothing was moved: the encryption key does not open the token ${id}.`)
    })
  }
}

function tableOf(counts: Copied[]): string {
  const lines = [
    ['table', 'SQLite', 'PostgreSQL'],
    ...counts.map(({ table, rowsFrom, rowsTo }) => [table, String(rowsFrom), String(rowsTo)]),
  ]
  return lines
    .map(
      ([table = '', rowsFrom = '', rowsTo = '']) =>
        table.padEnd(16) + rowsFrom.padStart(10) + rowsTo.padStart(12),
    )
    .join('\n')
}
