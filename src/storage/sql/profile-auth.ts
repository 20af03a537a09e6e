import { type Expression, type ExpressionBuilder, type Selectable, type SqlBool } from 'kysely'
import { AuthorizationScope } from '#contract/profile-auth.ts'
import { MAX_OVERLAPPING_TOKENS } from '#contract/rotation.ts'
import type { ShownToken } from '#service/access/store.ts'
import type {
  StoredToken,
  TokenChange,
  TokenOutcome,
  TokenStore,
  TokenUpdate,
} from '#service/profile-auth/store.ts'
import { insertAudit } from './audit.ts'
import type { SqlEngine } from './engine.ts'
import { parsed } from './parsed.ts'
import type { Doubts } from './doubts.ts'
import type { Database, Tables } from './schema.ts'

export type TokenRow = Selectable<Tables['tokens']>
export type ShownRow = Pick<TokenRow, keyof ShownToken>

export function sqlTokens({ read, write, transaction, doubts }: SqlEngine): TokenStore {
  return {
    async current(clientCode, scope) {
      const row = await read
        .selectFrom('tokens')
        .selectAll()
        .where('clientCode', '=', clientCode)
        .where('scope', '=', scope)
        .where('replacedAt', 'is', null)
        .executeTakeFirst()
      return row && tokenFrom(row, doubts)
    },

    async find(clientCode, tokenId) {
      const row = await read
        .selectFrom('tokens')
        .selectAll()
        .where('clientCode', '=', clientCode)
        .where('id', '=', tokenId)
        .executeTakeFirst()
      return row && tokenFrom(row, doubts)
    },

    async list({ clientCode, scope, now }, limit) {
      const rows = await read
        .selectFrom('tokens')
        .selectAll()
        .where('clientCode', '=', clientCode)
        .where('scope', '=', scope)
        .where('isEndedForGood', '=', 0)
        .where('expiresAt', '>', now)
        .orderBy((where) =>
          where.case().when('replacedAt', 'is', null).then(0).when(worksAt(where, now)).then(1).else(2).end(),
        )
        .orderBy('createdAt', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map((row) => tokenFrom(row, doubts))
    },

    replaceCurrent: (token, former, audit, settingsRevision) =>
      transaction(async (trx) => {
        if (settingsRevision !== undefined && !(await holdSettings(trx, token.clientCode, settingsRevision)))
          return 'overtaken'
        if (former !== null) {
          const outcome = await update(trx, former)
          if (outcome !== 'done') return outcome
        }
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('tokens')
          .values({ ...token, isEndedForGood: Number(token.isEndedForGood) })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow()
        if (numInsertedOrUpdatedRows === 0n) return 'overtaken'
        await insertAudit(trx, audit)
        return 'done'
      }),

    change: (changing, audit) =>
      transaction(async (trx) => {
        const outcome = await update(trx, changing)
        if (outcome === 'done') await insertAudit(trx, audit)
        return outcome
      }),

    async touch(tokenId, lastUsedAt) {
      await write.updateTable('tokens').set({ lastUsedAt }).where('id', '=', tokenId).execute()
    },

    async noteOver(clientCode, now) {
      await write
        .updateTable('tokens')
        .set({ seenOverAt: now })
        .where('clientCode', '=', clientCode)
        .where('worksUntil', '<=', now)
        .where('seenOverAt', 'is', null)
        .execute()
    },
  }
}

/**
 * Has the settings stay at that revision until the transaction ends: a write that changes nothing keeps other writers
 * out on both engines. Revision 0 has no row.
 *
 * @returns false when they are at another
 */
async function holdSettings(trx: Database, clientCode: string, revision: number): Promise<boolean> {
  if (revision === 0) {
    const row = await trx
      .selectFrom('clientSettings')
      .select('revision')
      .where('clientCode', '=', clientCode)
      .executeTakeFirst()
    return row === undefined
  }
  const { numUpdatedRows } = await trx
    .updateTable('clientSettings')
    .set('revision', (row) => row.ref('revision'))
    .where('clientCode', '=', clientCode)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function update(trx: Database, { token, change, needsRoom }: TokenUpdate): Promise<TokenOutcome> {
  if (needsRoom && !(await hasRoom(trx, token, change.changedAt))) return 'full'
  const { numUpdatedRows } = await trx
    .updateTable('tokens')
    .set({ ...columnsOf(change), revision: token.revision + 1 })
    .where('clientCode', '=', token.clientCode)
    .where('id', '=', token.id)
    .where('revision', '=', token.revision)
    .where('seenOverAt', 'is not distinct from', token.seenOverAt)
    .executeTakeFirst()
  return numUpdatedRows === 0n ? 'overtaken' : 'done'
}

/** Whether one more may work beside the current token. */
async function hasRoom(trx: Database, { clientCode, scope, id }: StoredToken, now: number): Promise<boolean> {
  const overlapping = await trx
    .selectFrom('tokens')
    .select('id')
    .where('clientCode', '=', clientCode)
    .where('scope', '=', scope)
    .where('id', '<>', id)
    .where('replacedAt', 'is not', null)
    .where((where) => worksAt(where, now))
    .execute()
  return overlapping.length < MAX_OVERLAPPING_TOKENS
}

/** What `works` says, in SQL. */
const worksAt = (where: ExpressionBuilder<Tables, 'tokens'>, now: number): Expression<SqlBool> =>
  where.and([where('endedAt', 'is', null), where('seenOverAt', 'is', null), where('worksUntil', '>', now)])

const columnsOf = ({ isEndedForGood, ...others }: TokenChange) => ({
  ...others,
  ...(isEndedForGood !== undefined && { isEndedForGood: Number(isEndedForGood) }),
})

/** A row as it is read. */
export const tokenFrom = (row: TokenRow, doubts: Doubts): StoredToken => ({
  ...row,
  ...shownTokenFrom(row, doubts),
  isEndedForGood: doubts.asSwitch(row.isEndedForGood, true, 'tokens.is_ended_for_good'),
})

/** The same of what a call is judged by. */
export function shownTokenFrom(row: ShownRow, { asInstant }: Doubts): ShownToken {
  const instantOrNull = (value: number | null, column: string) =>
    value === null ? null : asInstant(value, `tokens.${column}`)
  return {
    id: row.id,
    clientCode: row.clientCode,
    scope: parsed(AuthorizationScope, row.scope, 'tokens'),
    createdAt: asInstant(row.createdAt, 'tokens.created_at'),
    expiresAt: asInstant(row.expiresAt, 'tokens.expires_at'),
    worksUntil: asInstant(row.worksUntil, 'tokens.works_until'),
    seenOverAt: instantOrNull(row.seenOverAt, 'seen_over_at'),
    replacedAt: instantOrNull(row.replacedAt, 'replaced_at'),
    endedAt: instantOrNull(row.endedAt, 'ended_at'),
    changedAt: asInstant(row.changedAt, 'tokens.changed_at'),
    lastUsedAt: instantOrNull(row.lastUsedAt, 'last_used_at'),
  }
}
