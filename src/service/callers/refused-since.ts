import { REFUSED_TOLD_DAYS } from '#contract/refused-calls.ts'
import type { Context } from '../context.ts'
import type { StoredToken, TokenStore } from '../profile-auth/store.ts'
import { getSettings } from '../settings/rules.ts'
import type { SettingsStore } from '../settings/store.ts'
import { DAY_MS } from './periods.ts'
import { dueTo, type RefusingChange, refusingSince, turningOn } from './refusing-change.ts'
import { type CountNeeds, writeWhatCanBe } from './rules.ts'
import type { CallsBetween, RefusedCalls, StoredCaller } from './store.ts'

export type RefusedNeeds = CountNeeds & { tokens: TokenStore; settings: SettingsStore }

/** How long a caller that is let in and refused by turns has to be let in alone until it counts as cured. */
const BY_TURNS_MS = DAY_MS

/** Calls of one caller and kind that are refused since a change. */
export type RefusedSince = RefusedCalls & {
  /** Null for those for whom there was no room in the list of callers. */
  caller: StoredCaller | null
  change: RefusingChange
  /** The client's token that they show. */
  token: StoredToken | null
  /** Whether calls of the same kind are let in by turns with them. */
  areLetInToo: boolean
}

/**
 * Calls that are refused since a change, of callers that were let in before it. Not among them is who was let in again
 * after the last refused call, who has not called for seven days since, and what would be let in now.
 */
export async function refusedSince(
  needs: RefusedNeeds,
  { client, now }: Pick<Context, 'client' | 'now'>,
): Promise<RefusedSince[]> {
  await writeWhatCanBe(needs, { client })
  const { clientCode } = client
  const turnedOn = turningOn(await getSettings(needs, client))
  if (turnedOn === undefined) return []
  const toldSince = now - REFUSED_TOLD_DAYS * DAY_MS
  const ways = await needs.callers.refusedWays(clientCode, toldSince)
  const tokens = await tokensOf(needs.tokens, clientCode, ways)
  const refusing = new Map(
    ways.flatMap((way) => {
      const change = refusingSince(way, turnedOn, tokens(way.tokenId), now)
      return change === undefined ? [] : [[keyOf(way), { ...way, change, since: change.at }]]
    }),
  )
  if (refusing.size === 0) return []

  const refused = (await needs.callers.refused(clientCode, [...refusing.values()])).filter(
    ({ lastCallAt }) => lastCallAt >= toldSince,
  )
  const callerIds = [...new Set(refused.map(({ callerId }) => callerId))]
  const [letIn, callers] = await Promise.all([
    needs.callers.letIn(clientCode, callerIds, turnedOn.at),
    needs.callers.list(clientCode),
  ])
  const letInTokens = await tokensOf(needs.tokens, clientCode, letIn)
  const letInBy = Map.groupBy(letIn, jobOf)
  const callerBy = new Map(callers.map((caller) => [caller.id, caller]))
  return refused.flatMap((calls) => {
    const change = refusing.get(keyOf(calls))?.change
    const ofJob = letInBy.get(jobOf(calls)) ?? []
    const due = change && dueTo(calls, change, ofJob, letInTokens, now)
    if (due === undefined || isCured(calls, ofJob, now)) return []
    return {
      ...calls,
      caller: callerBy.get(calls.callerId) ?? null,
      change: due,
      token: tokens(calls.tokenId) ?? null,
      areLetInToo: afterLast(calls, ofJob).length > 0,
    }
  })
}

const keyOf = ({ verdict, tokenId }: Pick<CallsBetween, 'verdict' | 'tokenId'>) => `${verdict} ${tokenId}`
const jobOf = ({ callerId, kind }: Pick<CallsBetween, 'callerId' | 'kind'>) => `${callerId} ${kind}`

async function tokensOf(
  tokens: TokenStore,
  clientCode: string,
  shown: { tokenId: string | null }[],
): Promise<(id: string | null) => StoredToken | undefined> {
  const ids = new Set(shown.flatMap(({ tokenId }) => tokenId ?? []))
  const found = await Promise.all([...ids].map((id) => tokens.find(clientCode, id)))
  const byId = new Map(found.flatMap((token) => (token === undefined ? [] : [[token.id, token]])))
  return (id) => byId.get(id ?? '')
}

const afterLast = ({ lastCallAt }: RefusedCalls, letIn: CallsBetween[]) =>
  letIn.filter((calls) => calls.lastCallAt > lastCallAt)

/** Whether such calls are let in again; by turns with refused ones that says little until a day has gone by. */
function isCured(calls: RefusedCalls, letIn: CallsBetween[], now: number): boolean {
  const after = afterLast(calls, letIn)
  if (after.length === 0) return false
  return (
    now - calls.lastCallAt >= BY_TURNS_MS || after.every(({ firstCallAt }) => firstCallAt > calls.lastCallAt)
  )
}
