import { type Notice, NOTICES_KEPT_DAYS } from '#contract/notices.ts'
import { instant } from '../callers/periods.ts'
import { type RefusedSince, refusedSince } from '../callers/refused-since.ts'
import type { Context } from '../context.ts'
import { type Matter, type MatterNeeds, toldCallers } from './matter.ts'

/** Callers that are refused at first within this time are told of the next time: another process may not have written more. */
export const SETTLING_MS = 10_000

/** That calls are refused since a change; the callers that are refused at first since the last notice are news. */
export async function refusedMatters(needs: MatterNeeds, context: Context): Promise<Matter[]> {
  const { client, now } = context
  const byChange = Map.groupBy(
    await refusedSince(needs, context),
    ({ change: { kind, at, token } }) => `calls.refused ${kind} ${at} ${token?.id ?? ''}`,
  )
  return [...byChange].flatMap(([about, refused]) => {
    const byCaller = [...Map.groupBy(refused, ({ callerId }) => callerId).values()]
    const settled = byCaller.filter((calls) => firstOf(calls) <= now - SETTLING_MS)
    const [change] = settled.flat().map((calls) => calls.change)
    if (change === undefined) return []
    const notice = async (): Promise<Notice> => ({
      type: 'calls.refused',
      timestamp: instant(now),
      data: {
        clientCode: client.clientCode,
        change: { kind: change.kind, at: instant(change.at), lastFour: change.token?.lastFour ?? null },
        calls: settled.flat().reduce((sum, { calls }) => sum + calls, 0),
        callers: toldCallers(
          settled.length,
          settled.map(([calls]) => calls?.caller ?? null),
        ),
      },
    })
    const events = Array.from({ length: NOTICES_KEPT_DAYS }, (_, index) => `${about} ${index}`)
    return [{ kind: 'refused-calls', at: Math.max(...settled.map(firstOf)), events, notice }]
  })
}

const firstOf = (calls: RefusedSince[]) => Math.min(...calls.map(({ firstCallAt }) => firstCallAt))
