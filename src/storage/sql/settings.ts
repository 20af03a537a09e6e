import type { Selectable } from 'kysely'
import { ClientSettingsPatch } from '#contract/settings.ts'
import type { SettingsStore, StoredSettings } from '#service/settings/store.ts'
import { insertAudit } from './audit.ts'
import type { Tables } from './schema.ts'
import type { SqlEngine } from './engine.ts'
import { parsedJson, parsedSwitch } from './parsed.ts'

export function sqlSettings({ read, transaction }: SqlEngine): SettingsStore {
  return {
    async find(clientCode) {
      const row = await read
        .selectFrom('clientSettings')
        .selectAll()
        .where('clientCode', '=', clientCode)
        .executeTakeFirst()
      return row && fromRow(row)
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

function fromRow(row: Selectable<Tables['clientSettings']>): StoredSettings {
  const { enableProfileApiAuthentication, otherSettings, ...stored } = row
  return {
    ...stored,
    settings: {
      ...parsedJson(ClientSettingsPatch, otherSettings, 'client_settings'),
      enableProfileApiAuthentication: parsedSwitch(enableProfileApiAuthentication, 'client_settings'),
    },
  }
}
