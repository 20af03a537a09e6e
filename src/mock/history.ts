import * as v from 'valibot'
import { exportAuditCsv } from '#contract/audit.ts'
import { pathOf } from '#contract/operation.ts'
import { AuthorizationToken, generateToken } from '#contract/profile-auth.ts'
import { endToken } from '#contract/rotation.ts'
import { setUp } from '#contract/set-up.ts'
import { patchSettings } from '#contract/settings.ts'
import { getAccessToken, signIn } from '#contract/second-step.ts'
import { listUsers, setRoles } from '#contract/users.ts'
import type { ServiceEnv } from '#service/http/env.ts'
import type { Client } from '#service/context.ts'
import { codeOf, inviteOne } from './bring-about.ts'
import { browserSession, type BrowserSession } from './browser-session.ts'

const PASSWORD = 'staple of the history'
const HOUR = 3600
const DAY = 24 * HOUR
/** When it begins, in seconds ago. */
export const HISTORY_AGE = 40 * DAY

type Stage = {
  /** For the first person. */
  setUpUrl: string
  client: Client
  origin: string
  /** Moves the service's clock. */
  clock: { offsetMs: number }
  /** Answers a request from a network address. */
  answer: (request: Request, bindings: ServiceEnv['Bindings']) => Promise<Response>
}

type Someone = { id: string; session: BrowserSession; enter: () => Promise<unknown> }

/** Lets people do over weeks what an audit log tells of. @returns a set-up link for another system administrator */
export async function bringHistoryAbout({ setUpUrl, client, origin, clock, answer }: Stage): Promise<string> {
  const at = (secondsAgo: number) => {
    clock.offsetMs = -secondsAgo * 1000
  }
  const settings = pathOf(patchSettings, client)
  const token = `${pathOf(generateToken, client)}?authorizationScope=profile_api`

  const someone = async (link: string, email: string, address: string, name?: string): Promise<Someone> => {
    const session = browserSession(
      (request, setCookie) => answer(request, { remoteAddress: address, setCookie }),
      origin,
    )
    const named = name === undefined ? {} : { name, email }
    const answered = await session.call('POST', setUp.path, {
      code: codeOf(link),
      password: PASSWORD,
      ...named,
    })
    const { user } = v.parse(v.object({ user: v.object({ id: v.string() }) }), await answered.json())
    return {
      id: user.id,
      session,
      enter: () => session.call('POST', signIn.path, { email, password: PASSWORD }),
    }
  }
  at(HISTORY_AGE)
  const lucia = await someone(setUpUrl, 'lucia@example.com', '203.0.113.52', 'Lucía Fernández')
  const invite = (name: string, email: string, held: object) =>
    inviteOne(lucia.session, { name, email }, held)
  const as = (role: string) => ({ roles: [{ workspace: 'default', role }] })
  const bo = await someone(
    await invite('Bo Ek', 'bo@example.com', as('editor')),
    'bo@example.com',
    '203.0.113.90',
  )
  const mei = await someone(
    await invite('Mei Tanaka', 'mei@example.com', as('observer')),
    'mei@example.com',
    '203.0.113.77',
  )
  for (let day = 35; day > 10; day -= 1) {
    at(day * DAY)
    await lucia.enter()
    await lucia.session.call('GET', listUsers.path)
  }

  at(8 * DAY)
  await lucia.enter()
  const first = await lucia.session.call('POST', token, {})
  const { id: firstId } = v.parse(AuthorizationToken, await first.json())
  await lucia.session.call('PATCH', settings, { timeZone: 'UTC' })
  at(5 * DAY)
  await lucia.enter()
  await lucia.session.call('PATCH', settings, { timeZone: 'Europe/Stockholm' })
  await invite('Konstantinos Papadopoulos-Christodoulou', 'konstantinos@example.com', as('publisher'))
  const rolesOfBo = pathOf(setRoles, { userId: bo.id })
  await lucia.session.call('PUT', rolesOfBo, { sysadmin: false, ...as('approver') }, { 'If-Match': '*' })

  at(3 * DAY)
  await mei.enter()
  await mei.session.call('POST', token, {})
  const guess = { email: 'mei@example.com', password: 'not the right one' }
  await browserSession((request) => answer(request, { remoteAddress: '192.0.2.44' }), origin).call(
    'POST',
    getAccessToken.path,
    guess,
  )

  at(2 * DAY)
  await bo.enter()
  await bo.session.call('PATCH', settings, { enableProfileApiAuthentication: true, locale: 'sv_SE' })
  await bo.session.call('POST', token, { overlapSeconds: DAY })
  await bo.session.call('GET', token)
  at(2 * DAY - HOUR / 2)
  await bo.session.call('POST', pathOf(endToken, { tokenId: firstId }), {}, { 'If-Match': '*' })
  await bo.session.call('GET', `${exportAuditCsv.path}?act=token.generated`)

  at(DAY)
  await lucia.enter()
  const link = await invite('Olivia Park', 'olivia@example.com', { sysadmin: true, roles: [] })
  at(0)
  return link
}
