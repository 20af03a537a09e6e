import type { Notice } from '#contract/notices.ts'
import { DAY_MS, instant } from '../callers/periods.ts'
import { usersOf } from '../callers/token-users.ts'
import type { Context } from '../context.ts'
import type { StoredToken } from '../profile-auth/store.ts'
import { stateOf } from '../profile-auth/token.ts'
import { getSettings } from '../settings/rules.ts'
import { expirySteps } from './expiry-steps.ts'
import { type Matter, type MatterNeeds, toldCallers } from './matter.ts'

/** That the current token ends, or has. Of several steps that went by while nobody looked the last one is told. */
export async function expiryMatters(needs: MatterNeeds, context: Context): Promise<Matter[]> {
  const { client, now } = context
  const token = await needs.tokens.current(client.clientCode, 'profile_api')
  const state = token && stateOf(token, now)
  if (token === undefined || state?.kind === 'ended') return []
  if (state?.kind === 'expired') {
    const at = Math.min(state.at, now)
    const notice = async (): Promise<Notice> => ({
      type: 'token.expired',
      timestamp: instant(at),
      data: await dataOf(needs, context, token),
    })
    return [{ kind: 'token-expiry', at, events: [`token.expired ${token.id}`], notice }]
  }
  const step = expirySteps(token).findLast(({ at }) => at <= now)
  if (step === undefined) return []
  const notice = async (): Promise<Notice> => ({
    type: 'token.expiring',
    timestamp: instant(step.at),
    data: {
      ...(await dataOf(needs, context, token)),
      daysLeft: Math.ceil((token.expiresAt - now) / DAY_MS),
    },
  })
  const events = [`token.expiring ${token.id} ${step.daysBefore}`]
  return [{ kind: 'token-expiry', at: step.at, events, notice }]
}

async function dataOf(needs: MatterNeeds, context: Context, token: StoredToken) {
  const { client } = context
  const [{ settings }, usersOfToken] = await Promise.all([
    getSettings(needs, client),
    usersOf(needs, context, [token]),
  ])
  const { count, latest } = usersOfToken(token)
  return {
    clientCode: client.clientCode,
    token: { lastFour: token.lastFour, expiresAt: instant(token.expiresAt) },
    authenticationRequired: settings.enableProfileApiAuthentication,
    callers: toldCallers(
      count,
      latest.map(({ caller }) => caller),
    ),
  }
}
