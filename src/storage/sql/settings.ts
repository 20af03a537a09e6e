import { type Selectable, sql } from 'kysely'
import { ClientSettingsPatch } from '#contract/settings.ts'
import type { SettingsStore, StoredSettings } from '#service/settings/store.ts'
import { insertAudit } from './audit.ts'
import type { Doubts } from './doubts.ts'
import type { SqlEngine } from './engine.ts'
import { parsedJson } from './parsed.ts'
import type { Database, Tables } from './schema.ts'

export function sqlSettings({ read, transaction, doubts }: SqlEngine): SettingsStore {
  return {
    async find(clientCode) {
      const row = await settingsOf(read, clientCode).selectAll('clientSettings').executeTakeFirstOrThrow()
      if (isStored(row)) return fromRow(row, doubts)
      return row.areLost ? lostSettings(clientCode, doubts) : undefined
    },

    replace: (next, audit) =>
      transaction(async (trx) => {
        const row = toRow(next)
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('clientSettings')
          .values(row)
          .onConflict((conflict) =>
            conflict
              .column('clientCode')
              .doUpdateSet(row)
              .where('clientSettings.revision', '=', next.revision - 1),
          )
          .executeTakeFirstOrThrow()
        if (numInsertedOrUpdatedRows === 0n) return false
        await insertAudit(trx, audit)
        return true
      }),
  }
}

function toRow({ settings, ...stored }: StoredSettings): Tables['clientSettings'] {
  const { enableProfileApiAuthentication, ...others } = settings
  return {
    ...stored,
    enableProfileApiAuthentication: Number(enableProfileApiAuthentication),
    otherSettings: JSON.stringify(others),
  }
}

function fromRow(row: Stored, doubts: Doubts): StoredSettings {
  const { areLost: _, enableProfileApiAuthentication, otherSettings, ...stored } = row
  return {
    ...stored,
    settings: {
      ...parsedJson(ClientSettingsPatch, otherSettings, 'client_settings'),
      enableProfileApiAuthentication: requiredBy(enableProfileApiAuthentication, doubts),
    },
  }
}

/** null beside settings; without them, whether they were changed once and so must have been there. */
type AreLost = number | boolean | null
type Row = Selectable<Tables['clientSettings']>
type Stored = Row & { areLost: null }
/** Without a match every column of the joined settings is null. */
type Found = { [Column in keyof Row]: Row[Column] | null } & { areLost: AreLost }

const isStored = (row: Found): row is Stored => row.areLost === null

/** One row always: `areLost`, and a client's settings to select from, joined if there are any. */
export const settingsOf = (db: Database, clientCode: string) =>
  db
    .selectFrom(sql`(select 1)`.as('always'))
    .leftJoin('clientSettings', (join) => join.on('clientSettings.clientCode', '=', clientCode))
    .select(
      sql<AreLost>`
        case when client_settings.client_code is null then exists (
          select 1 from audit_records
          where audit_records.client_code = ${clientCode} and action = 'settings.updated')
        or coalesce((
          select detail not like '%"settingsWereChanged":false%' from audit_records
          where coalesce(audit_records.client_code, '') = ${clientCode} and action = 'audit.removed'
          order by position desc limit 1), false) end`.as('areLost'),
    )

/** Whether authentication is required: only an exact 0 says no, and settings that were never there. */
export function isRequired(
  { areLost, enableProfileApiAuthentication }: Pick<Found, 'areLost' | 'enableProfileApiAuthentication'>,
  clientCode: string,
  doubts: Doubts,
): boolean {
  if (areLost === null) return requiredBy(enableProfileApiAuthentication, doubts)
  return Boolean(areLost) && lostSettings(clientCode, doubts).settings.enableProfileApiAuthentication
}

const requiredBy = (enableProfileApiAuthentication: unknown, { asSwitch }: Doubts) =>
  asSwitch(enableProfileApiAuthentication, true, 'client_settings.enable_profile_api_authentication')

/** What counts until somebody stores them anew. */
const lostSettings = (clientCode: string, { doubt }: Doubts): StoredSettings =>
  doubt(`The database has lost the settings of ${clientCode}: authentication is taken to be required.`, {
    clientCode,
    settings: { enableProfileApiAuthentication: true },
    revision: 0,
    changedAt: null,
    changedBy: null,
    changedById: null,
    switchedAt: null,
    switchedBy: null,
    switchedById: null,
  })
