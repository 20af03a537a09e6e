import type { TokenUser, TokenUsers } from '#contract/rotation.ts'
import type { Context } from '../context.ts'
import type { StoredToken } from '../profile-auth/store.ts'
import { works } from '../profile-auth/token.ts'
import { namedOf } from './judged.ts'
import { dayBefore, instant, startOfHour } from './periods.ts'
import { type CountNeeds, writeWhatCanBe } from './rules.ts'
import { standingOf } from './standing.ts'
import { type CallerCalls, OTHERS, type StoredCaller } from './store.ts'

const MOST_TOLD = 5

/** Who uses each of a client's tokens, by its id. */
export async function usersOf(
  needs: CountNeeds,
  context: Context,
  tokens: StoredToken[],
): Promise<(token: StoredToken) => TokenUsers> {
  await writeWhatCanBe(needs, context)
  const { now, client } = context
  const from = startOfHour(dayBefore(now))
  const [callers, calls] = await Promise.all([
    needs.callers.list(client.clientCode),
    needs.callers.calls(client.clientCode, from, from),
  ])
  const byId = new Map(callers.map((caller) => [caller.id, caller]))
  const byCaller = [...Map.groupBy(calls, ({ callerId }) => callerId)]
  const working = tokens.filter((token) => works(token, now))
  return (token) => {
    const newer = new Set(working.filter(({ createdAt }) => createdAt > token.createdAt).map(({ id }) => id))
    const users = byCaller
      .filter(([id, own]) => showed(own, token) && (id === OTHERS || !hasMoved(own, token, newer)))
      .map(([id, own]) =>
        userOf(
          byId.get(id),
          own.filter(({ tokenId }) => tokenId === token.id),
        ),
      )
      .toSorted((one, other) => (one.lastCallAt < other.lastCallAt ? 1 : -1))
    return { count: users.length, latest: users.slice(0, MOST_TOLD) }
  }
}

const showed = (calls: CallerCalls[], { id }: StoredToken) => calls.some(({ tokenId }) => tokenId === id)

/** Whether each kind of call that was sent with the token is now sent with a newer one that works. */
function hasMoved(
  calls: CallerCalls[],
  { id, replacedAt }: StoredToken,
  newer: ReadonlySet<string>,
): boolean {
  const withEither = calls.filter(({ tokenId }) => tokenId === id || (tokenId !== null && newer.has(tokenId)))
  return Map.groupBy(withEither, ({ kind }) => kind)
    .values()
    .filter((ofKind) => ofKind.some(({ tokenId }) => tokenId === id))
    .every((ofKind) => standingOf(ofKind, newer, replacedAt ?? 0) === 'moved')
}

function userOf(caller: StoredCaller | undefined, calls: CallerCalls[]): TokenUser {
  const total = (counted: CallerCalls[]) => counted.reduce((sum, one) => sum + one.calls, 0)
  return {
    caller: caller === undefined ? null : namedOf(caller),
    calls: total(calls),
    refused: total(calls.filter(({ isRefused }) => isRefused)),
    lastCallAt: instant(Math.max(...calls.map(({ lastCallAt }) => lastCallAt))),
  }
}
